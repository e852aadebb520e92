package coop.parasol.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams of lines as clients send them: slowly, in pieces, without an end. */
@QuarkusTest
@TestSecurity(user = "ines", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = BatchLinesIT.MEMBER))
class BatchLinesIT extends ProducerCalls {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000ca";
    private static final String NDJSON = "application/x-ndjson";
    private static final int LINE_BYTES = 16_000;
    private static final int MAX_STREAM_BYTES = 32 * 1024 * 1024;
    private static boolean activated;

    @TestHTTPResource("/batches/stream")
    URL stream;

    @Override
    void activate() {
        if (!activated) {
            activated = true;
            events.publish(
                    new MemberActivated(UUID.fromString(MEMBER), "Ines", "ines@example.org", FirmKind.PRODUCT, 1));
        }
    }

    @Test
    void a_line_of_a_body_of_known_length_is_answered_before_the_next_is_sent() throws IOException {
        List<String> lines = IntStream.rangeClosed(1, 3)
                .mapToObj(each -> batch(product, "K-" + each + "-" + product, 1, "C62", null) + "\n")
                .toList();
        int length = lines.stream().mapToInt(String::length).sum();

        List<String> answers = answersInTurn("Content-Length: " + length, lines);

        assertThat(answers).hasSize(3).allMatch(answer -> answer.contains("\"status\":201"));
    }

    @Test
    void a_line_is_answered_though_a_part_of_the_next_has_come() throws IOException {
        String first = batch(product, "P-1-" + product, 1, "C62", null) + "\n";
        String second = batch(product, "P-2-" + product, 1, "C62", null) + "\n";
        List<String> parts = List.of(first + second.substring(0, 20), second.substring(20));

        List<String> answers = answersInTurn("Content-Length: " + (first + second).length(), parts);

        assertThat(answers).hasSize(2).allMatch(answer -> answer.contains("\"status\":201"));
    }

    /** Sends each part once what was sent before it is answered. */
    private List<String> answersInTurn(String header, List<String> parts) throws IOException {
        try (Socket socket = new Socket(stream.getHost(), stream.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST /batches/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON + "\r\n" + header
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            List<String> answers = new ArrayList<>();
            for (String part : parts) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
                out.flush();
                String line = in.readLine();
                while (!line.startsWith("{")) {
                    line = in.readLine();
                }
                answers.add(line);
            }
            return answers;
        }
    }

    @Test
    void a_stream_that_is_too_long_is_answered_up_to_its_last_whole_line_and_goes_on_in_another() throws Exception {
        String line = batch(product, "L-" + product, 1, "C62", null);
        byte[] padded = (line + " ".repeat(LINE_BYTES - 1 - line.length()) + "\n").getBytes(StandardCharsets.UTF_8);
        int taken = MAX_STREAM_BYTES / LINE_BYTES;
        byte[] lines = new byte[(taken + 20) * LINE_BYTES];
        for (int each = 0; each < taken + 20; each++) {
            System.arraycopy(padded, 0, lines, each * LINE_BYTES, LINE_BYTES);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(stream.toString()))
                .header("Content-Type", NDJSON)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(lines)))
                .build();

        List<String> answers;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answers = client.send(request, BodyHandlers.ofLines()).body().toList();
        }

        assertThat(answers).hasSize(taken + 1);
        assertThat(answers.subList(1, taken)).allMatch(answer -> answer.contains("\"status\":200"));
        JsonPath last = JsonPath.from(answers.getLast());
        assertThat(last.getInt("position")).isEqualTo(taken + 1);
        assertThat(last.getInt("status")).isEqualTo(413);
        assertThat(last.getString("problem.code")).isEqualTo("stream-too-long");
    }

    @Test
    void a_line_of_bytes_that_are_no_text_is_refused_and_the_next_is_taken() {
        byte[] good = batch(product, "Z-" + product, 1, "C62", null).getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[18 + good.length];
        System.arraycopy(
                new byte[] {0, 0x7B, 0, 0, '\n', 0, 0, 0x7B, 0, '\n', 0, 0, 0, 0x7B, '\n', (byte) 0xFF, '{', '\n'},
                0,
                body,
                0,
                18);
        System.arraycopy(good, 0, body, 18, good.length);

        List<String> answers = given().contentType(NDJSON + "; charset=utf-8")
                .body(body)
                .post("/batches/stream")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(answers).hasSize(5);
        assertThat(answers.subList(0, 4)).allMatch(answer -> answer.contains("\"code\":\"malformed-json\""));
        assertThat(answers.getLast()).contains("\"status\":201");
    }

    @Test
    void lines_are_taken_in_UTF_8_only() {
        byte[] line = batch(product, "U-" + product, 1, "C62", null).getBytes(StandardCharsets.UTF_8);

        given().header("Content-Type", NDJSON + "; charset=iso-8859-1")
                .body(line)
                .post("/batches/stream")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        given().header("Content-Type", NDJSON + "; charset=utf-8")
                .body(line)
                .post("/batches/stream")
                .then()
                .statusCode(200);
    }

    @Test
    void a_batch_of_a_list_that_repeats_a_field_is_refused_and_the_others_are_taken() {
        String repeated = batch(product, "R-" + product, 1, "C62", null)
                .replace("\"route\"", "\"lot\": \"S-" + product + "\", \"route\"");
        String repeatedBelow =
                batch(product, "S-" + product, 1, "C62", null).replace("\"unit\"", "\"value\": \"2\", \"unit\"");

        JsonPath answers = given().contentType("application/json")
                .body("[" + batch(product, "Q-" + product, 1, "C62", null) + "," + repeated + "," + repeatedBelow + ","
                        + batch(product, "V-" + product, 1, "C62", null) + "]")
                .post("/batches/bulk")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answers.getList("status", Integer.class)).containsExactly(201, 400, 400, 201);
        assertThat(answers.getList("problem.code", String.class)).containsOnly("malformed-json");
        assertThat(answers.getString("[1].problem.detail")).contains("'lot'");
    }
}
