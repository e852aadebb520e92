package coop.parasol.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field of a body takes, and the form in which it is kept. */
@QuarkusTest
class StrictJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"madeOn\":[2026,11,28]                    | 400 | malformed-field | madeOn",
                "\"madeOn\":\"2026-11-28T10:00:00Z\"        | 400 | malformed-field | madeOn",
                "\"madeOn\":20000                           | 400 | malformed-field | madeOn",
                "\"madeOn\":\"\"                            | 400 | malformed-field | madeOn",
                "\"madeOn\":\"2026-02-30\"                  | 400 | malformed-field | madeOn",
                "\"soldAt\":\"2026-11-28\"                  | 400 | malformed-field | soldAt",
                "\"soldAt\":1700000000                      | 400 | malformed-field | soldAt",
                "\"makerId\":\"\"                           | 400 | malformed-field | makerId",
                "\"makerId\":\"0198c000-0000-7000-8000-00000000001\" | 400 | malformed-field | makerId",
                "\"makerId\":\"AZjAAAAAcACAAAAAAAAAAQ==\"   | 400 | malformed-field | makerId",
                "\"makerId\":[]                             | 400 | malformed-field | makerId",
                "\"dimmable\":\"true\"                      | 400 | malformed-field | dimmable",
                "\"dimmable\":1                             | 400 | malformed-field | dimmable",
                "\"week\":\"9999\"                          | 400 | malformed-field | week",
                "\"week\":\"2026-W54\"                      | 400 | malformed-field | week",
                "\"watts\":1e400                            | 400 | malformed-field | watts",
                "\"watts\":1e-999999999                     | 400 | malformed-field | watts",
                "\"watts\":\"7\"                            | 400 | malformed-field | watts",
                "\"watts\":NaN                              | 400 | malformed-json  | ",
                "\"measures\":{\"a\\u202eb\":1}             | 400 | malformed-field | measures",
                "\"stock\":{\"value\":1.5,\"unit\":\"C62\"} | 400 | malformed-field | stock",
                "\"stock\":{\"value\":\"1.5\",\"unit\":\"SET\"} | 400 | malformed-field | stock",
                "\"stock\":{\"value\":1,\"unit\":\"ZZX\"}   | 400 | malformed-field | stock",
                "\"stock\":{\"value\":1e300,\"unit\":\"C62\"} | 400 | malformed-field | stock.value",
                "\"stock\":{\"value\":true,\"unit\":\"C62\"} | 400 | malformed-field | stock.value",
                "\"stock\":{\"value\":1,\"unit\":\"C62\",\"x\":1} | 400 | unknown-field | stock.x",
                "\"lot\":\"\"                               | 400 | malformed-field | lot",
                "\"lot\":\"L\\u20117\"                      | 400 | malformed-field | lot",
                "\"lot\":\"L-7\\u200b\"                     | 400 | malformed-field | lot",
                "\"lot\":\"\\u0131-7\"                      | 400 | malformed-field | lot",
                "\"lot\":7                                  | 400 | malformed-field | lot",
                "\"lot\":\"123456789012345678901\"          | 422 | size            | lot",
                "\"country\":\"ZZ\"                         | 422 | country-code    | country",
                "\"country\":\"in\"                         | 422 | country-code    | country",
                "\"email\":\"o'hara@example.org\"           | 422 | account-email   | email",
                "\"email\":\"a b@example.org\"              | 422 | account-email   | email",
                "\"email\":\"\u0430dmin@example.org\"       | 422 | account-email   | email",
                "\"note\":\"a\\u001b[2J\"                   | 400 | malformed-field | note",
                "\"parts\":[{\"name\":\"a\\nb\",\"count\":1}] | 400 | malformed-field | parts[0].name",
                "\"parts\":[{\"name\":\"a\\u200bb\",\"count\":1}] | 400 | malformed-field | parts[0].name",
                "\"parts\":[{\"name\":\"a\\u2066b\",\"count\":1}] | 400 | malformed-field | parts[0].name",
                "\"parts\":[{\"name\":\"a\\ufffdb\",\"count\":1}] | 400 | malformed-field | parts[0].name",
                "\"parts\":[{\"name\":\"\\u00a0\",\"count\":1}] | 422 | not-blank | parts[0].name",
                "\"parts\":[{\"name\":\"a\",\"count\":1,\"colour\":2}] | 400 | unknown-field | parts[0].colour",
            })
    void a_field_takes_nothing_that_is_not_its_kind(String field, int status, String code, String name) {
        read(field)
                .then()
                .statusCode(status)
                .body("code", equalTo(code), "field", name == null ? equalTo(null) : equalTo(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"stock\":{\"value\":12.50,\"unit\":\"KGM\"}     | stock.value | 12.5",
                "\"stock\":{\"value\":\"12.5\",\"unit\":\"KGM\"}  | stock.value | 12.5",
                "\"stock\":{\"value\":3e2,\"unit\":\"C62\"}       | stock.value | 300",
                "\"stock\":{\"value\":0.000001,\"unit\":\"KGM\"}  | stock.value | 0.000001",
                "\"lot\":\" r-1 \"                                | normalLot   | R-1",
                "\"lot\":\"\uFF32\uFF0D1\"                        | normalLot   | R-1",
                "\"lot\":\"r - 1\"                                | lot         | r - 1",
                "\"note\":\"a\\r\\nb\"                            | note        | a%nb",
            })
    void a_field_is_kept_in_one_form(String field, String name, String kept) {
        Response answer = read(field);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString(name)).isEqualTo(kept.replace("%n", "\n"));
    }

    @Test
    void a_name_keeps_its_script_and_is_composed() {
        assertThat(nameOf("Cafe\u0301 Dairy")).isEqualTo("Caf\u00e9 Dairy");
        assertThat(nameOf(" \u0a97\u0ac1\u0a9c\u0ab0\u0abe\u0aa4 \u0aa6\u0ac2\u0aa7 \u0ab8\u0a82\u0a98 "))
                .isEqualTo("\u0a97\u0ac1\u0a9c\u0ab0\u0abe\u0aa4 \u0aa6\u0ac2\u0aa7 \u0ab8\u0a82\u0a98");
        assertThat(nameOf("\u0915\u094d\u200d\u0937"))
                .as("a joiner within a word")
                .isEqualTo("\u0915\u094d\u200d\u0937");
    }

    private static String nameOf(String name) {
        return given().contentType("application/json")
                .body(("{\"finish\":\"BRASS\",\"name\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8))
                .post("/lamps/reading")
                .then()
                .statusCode(200)
                .extract()
                .path("name");
    }

    private static Response read(String field) {
        return given().contentType("application/json")
                .body(("{\"name\":\"a\",\"finish\":\"BRASS\"," + field.strip() + "}").getBytes(StandardCharsets.UTF_8))
                .post("/lamps/reading");
    }
}
