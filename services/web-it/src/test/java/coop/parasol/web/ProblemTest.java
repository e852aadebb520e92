package coop.parasol.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong call is answered with a problem document that names the code and the field. */
@QuarkusTest
class ProblemTest {

    private static final String MEMBER = "0198c000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{                                                   | 400 | malformed-json  | ",
                "{\"name\":\"a\",\"finish\":\"BRASS\"} x             | 400 | malformed-json  | ",
                "[]                                                  | 400 | malformed-field | ",
                "{\"name\":5,\"finish\":\"BRASS\"}                   | 400 | malformed-field | name",
                "{\"name\":\"a\",\"finish\":\"GOLD\"}                | 400 | unknown-value   | finish",
                "{\"name\":\"a\",\"finish\":1}                       | 400 | unknown-value   | finish",
                "{\"name\":\"a\\u0000\",\"finish\":\"BRASS\"}        | 400 | malformed-field | name",
                "{\"name\":\"a\\ud800\",\"finish\":\"BRASS\"}        | 400 | malformed-field | name",
                "{\"name\":\"a\",\"name\":\"b\",\"finish\":\"BRASS\"}| 400 | malformed-json  | ",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"colour\":1}  | 400 | unknown-field   | colour",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"price\":{\"amount\":\"1.234\",\"currency\":\"INR\"}} | 400 |"
                        + " malformed-field | price",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"price\":{\"amount\":\"NaN\",\"currency\":\"INR\"}}   | 400 |"
                        + " malformed-field | price",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"price\":{\"amount\":\"1\",\"currency\":\"XXXX\"}}    | 400 |"
                        + " malformed-field | price",
                "{\"finish\":\"BRASS\"}                              | 422 | not-blank       | name",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"parts\":[{\"name\":\" \",\"count\":1}]} | 422 | not-blank |"
                        + " parts[0].name",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"parts\":[{\"name\":\"x\",\"count\":1.5}]} | 400 |"
                        + " malformed-field | parts[0].count",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"madeOn\":\"+300000-01-01\"}   | 400 | malformed-field | madeOn",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"madeOn\":\"-0001-01-01\"}     | 400 | malformed-field | madeOn",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"madeOn\":\"0000-00-00\"}      | 400 | malformed-field | madeOn",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"soldAt\":\"+10000-01-01T00:00:00Z\"} | 400 | malformed-field |"
                        + " soldAt",
                "{\"name\":\"a\",\"finish\":\"BRASS\",\"soldAt\":99999999999999}       | 400 | malformed-field |"
                        + " soldAt",
                "null                                                | 422 | not-null        | lamp",
            })
    void a_bad_body_names_the_code_and_the_field(String body, int status, String code, String field) {
        given().contentType("application/json")
                .body(body.strip())
                .post("/lamps")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code), "field", field == null ? equalTo(null) : equalTo(field))
                .body("type", equalTo("urn:parasol:problem:" + code), "status", equalTo(status));
    }

    @Test
    void all_fields_are_named_that_cannot_be_read_or_break_a_rule() {
        given().contentType("application/json")
                .body("""
                        {"name": " ", "finish": "GOLD", "price": {"amount": "", "currency": "INR"}, "madeOn": "soon",
                         "parts": [{"name": "shade", "count": "many"}, {"name": "", "count": 1}]}
                        """)
                .post("/lamps")
                .then()
                .statusCode(400)
                .body("field", equalTo("finish"))
                .body(
                        "errors.field",
                        containsInAnyOrder("name", "finish", "price", "madeOn", "parts[0].count", "parts[1].name"))
                .body("errors.find { it.field == 'name' }.code", equalTo("not-blank"))
                .body("errors.find { it.field == 'finish' }.code", equalTo("unknown-value"));
    }

    @Test
    void several_wrong_fields_are_all_named() {
        given().contentType("application/json")
                .body("{\"name\":\"" + "x".repeat(61) + "\"}")
                .post("/lamps")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-fields"), "errors.field", hasItem("finish"))
                .body("errors.field", hasItem("name"));
    }

    @Test
    void invalid_UTF_8_is_no_JSON() {
        byte[] body = "{\"name\":\"Z\",\"finish\":\"BRASS\"}".getBytes(StandardCharsets.UTF_8);
        body[9] = (byte) 0xC3;

        given().contentType("application/json")
                .body(body)
                .post("/lamps")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
    }

    @Test
    void a_body_of_10_MB_is_too_large() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/lamps"))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + "x".repeat(10_000_000) + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"too-large\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"/nowhere,404,not-found", "/lamps?limit=0,422,min", "/lamps?limit=201,422,max"})
    void a_bad_address_is_a_problem_too(String address, int status, String code) {
        given().get(address)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({"/lamps?after=x,422,malformed-cursor", "/lamps?after=%00,400,malformed-field"})
    void a_bad_cursor_is_a_problem_too(String address, int status, String code) {
        given().urlEncodingEnabled(false).get(address).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void a_wrong_method_and_a_wrong_media_type_are_problems() {
        given().delete("/lamps").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        given().contentType("text/plain")
                .body("x")
                .post("/lamps")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void a_bug_is_500_without_details() {
        given().get("/lamps/broken")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal"), "detail", not(containsString("secret")));
    }

    @Test
    void a_broken_invariant_of_the_database_is_a_conflict() {
        String lamp = "{\"name\":\"only once\",\"finish\":\"BRASS\"}";
        given().contentType("application/json").body(lamp).post("/lamps").then().statusCode(201);

        given().contentType("application/json")
                .body(lamp)
                .post("/lamps")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"), "detail", containsString("lamp name is unique"));
    }

    @Test
    void dates_of_the_years_1_to_9999_are_accepted() {
        given().contentType("application/json")
                .body(
                        "{\"name\":\"dated\",\"finish\":\"BRASS\",\"madeOn\":\"9999-12-31\",\"soldAt\":\"0001-01-01T00:00:00Z\"}")
                .post("/lamps")
                .then()
                .statusCode(201);
    }

    /** Raised by a real PostgreSQL: terminated backend, lost connection, deadlock, lock not available, overtaken, disk full. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_terminate_backend(pg_backend_pid())",
                "DO $$ BEGIN RAISE EXCEPTION 'gone' USING ERRCODE = '08006'; END $$",
                "DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END $$",
                "DO $$ BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = '55P03'; END $$",
                "DO $$ BEGIN RAISE EXCEPTION 'overtaken' USING ERRCODE = 'PA001'; END $$",
                "DO $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$",
            })
    void a_transient_failure_of_the_database_is_503(String sql) {
        String detail = failing(sql)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("database-unavailable"), "detail", containsString("same Idempotency-Key"))
                .extract()
                .path("detail");

        assertThat(detail).doesNotContain("nothing was stored");
    }

    @Test
    void a_call_that_gets_no_connection_is_503() {
        given().get("/lamps/queue").then().statusCode(503).body("code", equalTo("database-unavailable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT timestamptz '+300000-01-01'", "SELECT 9223372036854775807 + 1", "SELECT 1e9::numeric(3)"
            })
    void a_value_out_of_the_range_of_its_column_is_422(String sql) {
        failing(sql).then().statusCode(422).body("code", equalTo("value-out-of-range"));
    }

    private static Response failing(String sql) {
        return given().contentType("application/json").body(Map.of("sql", sql)).post("/lamps/statement");
    }

    @Test
    void without_a_token_the_answer_is_401_and_says_how() {
        given().get("/lamps/of/" + MEMBER)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void a_forged_token_is_401() {
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")
                .get("/lamps/of/" + MEMBER)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    @TestSecurity(user = "leela", roles = "logistics-desk")
    void a_wrong_role_is_403() {
        given().get("/lamps/of/" + MEMBER).then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    @TestSecurity(user = "asha", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = MEMBER))
    void a_producer_reaches_its_own_and_nobody_elses() {
        given().get("/lamps/of/" + MEMBER).then().statusCode(200).body("actor", equalTo("asha"));
        given().get("/lamps/of/" + MEMBER.replace('1', '2'))
                .then()
                .statusCode(403)
                .body("code", equalTo("not-yours"));
    }

    @Test
    void a_page_ends_with_the_cursor_of_the_next() {
        given().get("/lamps?limit=3").then().body("items", equalTo(java.util.List.of(1, 2, 3)), "next", equalTo("3"));
        given().get("/lamps?limit=3&after=6")
                .then()
                .body("items", equalTo(java.util.List.of(7)), "next", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource({"'\"3\"',200", "*,200", "'\"2\"',412", "W/\"3\",412"})
    void a_change_must_have_seen_the_present_version(String ifMatch, int status) {
        given().header("If-Match", ifMatch).put("/lamps/1").then().statusCode(status);
    }

    @Test
    void a_change_that_names_no_version_is_428() {
        given().put("/lamps/1")
                .then()
                .statusCode(428)
                .body("code", equalTo("version-needed"), "field", equalTo("If-Match"));
    }
}
