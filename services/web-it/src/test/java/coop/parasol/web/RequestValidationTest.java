package coop.parasol.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service refuses before any work, and what every answer carries. */
@QuarkusTest
class RequestValidationTest {

    private static final String LAMP = "{\"name\":\"%s\",\"finish\":\"BRASS\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "x",
                "application/",
                "application/json;q=2",
                "application/json;q=0",
                "*/json",
                ";;;",
                "text/html, x y",
                "application/problem+json"
            })
    void an_accept_header_that_cannot_be_met_is_406_and_does_nothing(String accept) {
        String name = "unmade " + UUID.randomUUID();

        for (String address : List.of("/lamps", "/lamps/" + UUID.randomUUID() + "/nothing")) {
            given().header("Accept", accept)
                    .contentType("application/json")
                    .body(address.equals("/lamps") ? LAMP.formatted(name) : "{}")
                    .post(address)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-acceptable"), "field", equalTo("Accept"));
        }

        assertThat(names()).doesNotContain(name);
        given().header("Accept", accept).get("/lamps/names").then().statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "APPLICATION/JSON",
                "text/html, application/json;q=0.1",
                "text/html;level=\"a,b\", */*;q=0.5"
            })
    void an_accept_header_that_can_be_met_gets_JSON(String accept) {
        Response answer = given().header("Accept", accept)
                .contentType("application/json")
                .body(LAMP.formatted("lamp " + UUID.randomUUID()))
                .post("/lamps");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.contentType()).startsWith("application/json");
        given().header("Accept", accept).get("/lamps/table").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "x",
                "application/",
                "*/*",
                "application/json; charset=utf-16",
                "multipart/form-data"
            })
    void another_content_type_is_415_and_does_nothing(String type) throws IOException {
        String name = "unmade " + UUID.randomUUID();

        String answer = raw("POST /lamps HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + LAMP.formatted(name).length() + "\r\n\r\n" + LAMP.formatted(name));

        assertThat(answer).startsWith("HTTP/1.1 415").contains("\"code\":\"unsupported-media-type\"");
        assertThat(names()).doesNotContain(name);
    }

    @Test
    void every_answer_is_stored_by_nobody_and_taken_for_nothing_else() {
        for (String address : List.of("/lamps/names", "/nowhere", "/lamps/broken", "/lamps/of/x", "/lamps?limit=0")) {
            Response answer = given().get(address);

            assertThat(answer.header("X-Content-Type-Options")).as(address).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).as(address).isEqualTo("no-store");
        }
    }

    @Test
    void what_the_server_itself_would_refuse_is_a_problem_too() throws IOException {
        String end = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

        assertThat(raw("GET /lamps?q=" + "x".repeat(20_000) + end + "\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("\"code\":\"address-too-long\"");
        assertThat(raw("GET /lamps" + end + "X-Long: " + "x".repeat(60_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("\"code\":\"headers-too-large\"");
        assertThat(raw("GET /lamps HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"field\":\"Host\"");
        assertThat(raw("POST /lamps" + end + "Content-Type: application/json\r\nContent-Length: 9999999\r\n\r\n{"))
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"too-large\"")
                .containsIgnoringCase("x-content-type-options: nosniff");
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertThat(raw("POST /lamps" + end + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "9\r\n{\"name\":\"\r\n" + chunk.repeat(40) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"too-large\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "Application/X-NDJSON; charset=utf-8", "application/x-ndjsonfoo"})
    void what_calls_itself_a_stream_and_is_none_is_as_short_as_other_bodies(String type) throws IOException {
        String start = "POST /lamps/file HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: ";
        byte[] allowed = new byte[100_000];

        assertThat(raw(start + "3000000\r\n\r\n" + "x".repeat(3_000_000)))
                .startsWith("HTTP/1.1 413")
                .contains("\"code\":\"too-large\"");
        given().header("Content-Type", type)
                .body(allowed)
                .post("/lamps/file")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(allowed.length));
    }

    @ParameterizedTest
    @CsvSource({
        "/lamps?colour=red,unknown-parameter,colour",
        "/lamps/names?limit=1,unknown-parameter,limit",
        "/lamps?limit=1&limit=2,repeated-parameter,limit",
        "/lamps?limit=x,malformed-field,limit",
        "/lamps?limit=99999999999,malformed-field,limit",
        "/lamps/found?finish=GOLD,unknown-value,finish",
        "/lamps/found?finish=,unknown-value,finish",
        "/lamps/found?maker=,malformed-field,maker",
        "/lamps/found?maker=1-1-1-1-1,malformed-field,maker",
        "/lamps/found?week=2026-W54,malformed-field,week",
        "/lamps/found?lot=%E2%80%8B,malformed-field,lot",
        "/lamps/found?lot=,malformed-field,lot",
        "/lamps/found?q=a%0Ab,malformed-field,q",
        "/lamps/found?q=%E2%80%AEx,malformed-field,q",
        "/lamps/maker/0198c000-0000-7000-8000-00000000001,malformed-field,maker",
        "/lamps/maker/%1B%5B2J,malformed-field,path",
    })
    void an_address_is_read_strictly(String address, String code, String field) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .body("code", equalTo(code), "field", equalTo(field));
    }

    @Test
    void an_identifier_in_an_address_is_found_however_it_is_typed() {
        for (String typed : List.of("L-7", "l-7", " L-7", "L- 7", "\uFF2C-7", "L-7\u00A0")) {
            given().queryParam("lot", typed)
                    .get("/lamps/found")
                    .then()
                    .statusCode(200)
                    .body("lot", equalTo("L-7"));
        }
    }

    @Test
    void what_a_call_does_not_take_is_not_ignored() {
        given().contentType("application/json")
                .body("{\"lines\":[1]}")
                .post("/lamps/" + UUID.randomUUID() + "/nothing")
                .then()
                .statusCode(400)
                .body("code", equalTo("unexpected-body"));
        given().contentType("application/json")
                .body("{}")
                .post("/lamps/" + UUID.randomUUID() + "/nothing")
                .then()
                .statusCode(204);
    }

    @Test
    void a_client_that_calls_too_often_is_refused_for_a_while() {
        for (int call = 0; call < 3; call++) {
            given().get("/lamps/limited").then().statusCode(200);
        }
        given().get("/lamps/limited")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("60"))
                .body("code", equalTo("too-many-requests"));
    }

    private static List<String> names() {
        return given().get("/lamps/names").jsonPath().getList("", String.class);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            Thread writer = Thread.startVirtualThread(() -> {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    // the server has answered and closed before all was written
                    assertThat(e).isNotNull();
                }
            });
            StringBuilder answer = new StringBuilder();
            try {
                byte[] part = new byte[8192];
                for (int read = socket.getInputStream().read(part);
                        read >= 0;
                        read = socket.getInputStream().read(part)) {
                    answer.append(new String(part, 0, read, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // what came before the connection was reset counts
                assertThat(e).isNotNull();
            }
            writer.interrupt();
            return answer.toString();
        }
    }
}
