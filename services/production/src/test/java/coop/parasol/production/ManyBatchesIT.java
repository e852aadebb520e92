package coop.parasol.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many batches in one call, as a list and as a stream of lines. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = ManyBatchesIT.MEMBER))
class ManyBatchesIT extends ProducerCalls {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000c7";
    private static final String NDJSON = "application/x-ndjson";
    private static boolean activated;

    private final UUID member = UUID.fromString(MEMBER);

    @TestHTTPResource("/batches/stream")
    URL stream;

    @Override
    void activate() {
        if (!activated) {
            activated = true;
            events.publish(new MemberActivated(member, "Meera", "meera@example.org", FirmKind.PRODUCT, 1));
        }
    }

    @Test
    void each_batch_of_a_list_is_answered_by_itself() {
        List<String> batches = mixed();

        JsonPath answers = bulk(batches, null).then().statusCode(200).extract().jsonPath();

        assertThat(answers.getList("position", Integer.class)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertAnswered(answers);
        assertThat(events.await(BatchReported.class, event -> event.lot().equals("A-" + product))
                        .memberId())
                .isEqualTo(member);
    }

    @Test
    void each_line_of_a_stream_is_answered_by_a_line() {
        String answers = stream(String.join("\n", mixed()) + "\n\n  \n");

        assertThat(answers.lines()).hasSize(9);
        assertAnswered(JsonPath.from("[" + answers.lines().collect(Collectors.joining(",")) + "]"));
    }

    @Test
    void a_list_that_is_sent_again_reports_nothing_twice() {
        List<String> batches = IntStream.range(0, 1_000)
                .mapToObj(each -> batch(product, "T-" + each + "-" + product, 1, "C62", null))
                .toList();
        String key = UUID.randomUUID().toString();
        String first = bulk(batches, key).then().statusCode(200).extract().asString();

        bulk(batches, key)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"))
                .body(equalTo(first));
        bulk(batches.subList(0, 9), key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        JsonPath again = bulk(batches, null).jsonPath();

        assertThat(again.getList("status", Integer.class)).hasSize(1_000).containsOnly(200);
        assertThat(again.getList("result.batchId"))
                .isEqualTo(JsonPath.from(first).getList("result.batchId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_body_that_is_no_list_of_one_to_a_thousand_is_refused_whole() {
        List<String> tooMany = IntStream.range(0, 1_001)
                .mapToObj(each -> batch(product, "M-" + each, 1, "C62", null))
                .toList();

        bulk(tooMany, null).then().statusCode(422).body("code", equalTo("size"), "field", equalTo("batches"));
        bulk(List.of(), null).then().statusCode(422).body("code", equalTo("size"));
        bulk(List.of("{\"lot\": "), null).then().statusCode(400).body("code", equalTo("malformed-json"));
        bulk(List.of(batch(product, "N-" + product, 1, "C62", null), "NaN"), null)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
        report("N-" + product, 1, null).then().statusCode(201);
    }

    @Test
    void an_overlong_line_is_refused_and_the_next_is_taken() {
        String lines =
                "{\"lot\": \"" + "x".repeat(1_000_000) + "\"}\n" + batch(product, "O-" + product, 1, "C62", null);

        List<String> answers = stream(lines).lines().toList();

        assertThat(answers).hasSize(2);
        assertThat(JsonPath.from(answers.getFirst()).getString("problem.code")).isEqualTo("too-large");
        assertThat(JsonPath.from(answers.getLast()).getInt("status")).isEqualTo(201);
    }

    @Test
    void a_stream_is_longer_than_other_bodies_may_be() {
        String lines = IntStream.range(0, 9_000)
                .mapToObj(each -> batch(product, "W-" + each % 100 + "-" + product, 1, "C62", null))
                .map(line -> line + " ".repeat(100))
                .collect(Collectors.joining("\n"));

        String answers = stream(lines);

        assertThat(lines.length()).isGreaterThan(2 * 1024 * 1024);
        assertThat(answers.lines()).hasSize(9_000);
        assertThat(answers.lines().filter(line -> line.contains("\"status\":201")))
                .hasSize(100);
    }

    @Test
    void a_line_is_answered_before_the_next_is_sent() throws IOException {
        try (Socket socket = new Socket(stream.getHost(), stream.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST /batches/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            List<String> answers = new ArrayList<>();
            for (int each = 1; each <= 3; each++) {
                byte[] line = (batch(product, "I-" + each + "-" + product, 1, "C62", null) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(line);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                answers.add(nextAnswer(in));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(answers).allMatch(answer -> answer.contains("\"status\":201"));
            assertThat(answers.getLast()).contains("\"position\":3");
        }
    }

    private static String nextAnswer(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (!line.startsWith("{")) {
            line = in.readLine();
        }
        return line;
    }

    /** Batches that are taken and some that are not, each for a reason of its own. */
    private List<String> mixed() {
        return List.of(
                batch(product, "A-" + product, 10, "C62", null),
                batch(product, "B-" + product, 10, "KGM", null),
                batch("NO-SUCH-PRODUCT", "C-" + product, 10, "C62", null),
                batch(product, "A-" + product, 11, "C62", null),
                batch(product, "A-" + product, 10, "C62", null),
                batch(product, "D-" + product, 10, "C62", null).replace("\"madeOn\"", "\"made\""),
                batch(product, "E-" + product, 10, "C62", null).replace("\"cold process\"", "\" \""),
                "[[7], null]",
                batch(product, "F-" + product, 10, "C62", null));
    }

    private static void assertAnswered(JsonPath answers) {
        assertThat(answers.getList("status", Integer.class))
                .containsExactly(201, 422, 422, 409, 200, 400, 422, 400, 201);
        assertThat(answers.getList("problem.code", String.class))
                .containsExactly(
                        "wrong-unit",
                        "unknown-product",
                        "lot-already-reported",
                        "unknown-field",
                        "not-blank",
                        "malformed-field");
        assertThat(answers.getString("[1].problem.field")).isEqualTo("quantity.unit");
        assertThat(answers.getString("[5].problem.field")).isEqualTo("made");
        assertThat(answers.getString("[6].problem.field")).isEqualTo("route");
        assertThat(answers.getString("[4].result.batchId")).isEqualTo(answers.getString("[0].result.batchId"));
    }

    private static String stream(String lines) {
        return given().contentType(NDJSON + "; charset=utf-8")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/batches/stream")
                .then()
                .statusCode(200)
                .contentType(NDJSON)
                .extract()
                .asString();
    }

    private static Response bulk(List<String> batches, @org.jspecify.annotations.Nullable String key) {
        return given().contentType("application/json")
                .headers(key == null ? java.util.Map.of() : java.util.Map.of("Idempotency-Key", key))
                .body("[" + String.join(",", batches) + "]")
                .post("/batches/bulk");
    }
}
