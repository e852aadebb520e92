package coop.parasol.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coop.parasol.testing.OpenApiDescription.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each way in which an answer can differ from its description is noticed, and an answer that does not differ passes. */
class OpenApiDescriptionTest {

    private static final String LAMPS = """
            {"paths": {
               "/lamps/{lamp}": {"get": {"responses": {"200": {"$ref": "#/components/responses/Lamp"}}}},
               "/lamps/{year}.pdf": {"get": {"responses": {"204": {}}}},
               "/lamps": {"post": {
                 "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewLamp"}}}},
                 "responses": {
                   "201": {"headers": {"Location": {}, "Cache-Control": {"required": true}}},
                   "409": {"x-problem-codes": ["lamp-exists"],
                           "content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}},
             "components": {
               "responses": {"Lamp": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Lamp"}}}}},
               "schemas": {
                 "Lamp": {"type": "object", "properties": {"watts": {"$ref": "#/components/schemas/Watts"}},
                          "required": ["watts"]},
                 "NewLamp": {"type": "object", "properties": {"watts": {"$ref": "#/components/schemas/Watts"}}},
                 "Watts": {"type": "object", "properties": {"value": {"type": "string", "x-also-read": "number"}}}}}}
            """;

    private final OpenApiDescription description;

    OpenApiDescriptionTest() throws IOException {
        description = new OpenApiDescription(LAMPS);
    }

    @Test
    void an_answer_as_described_passes() {
        assertEquals(List.of(), lamp(200, "application/json", "{\"watts\":{\"value\":\"40\"}}"));
        assertEquals(
                List.of(),
                made(
                        "{\"watts\":{\"value\":\"40\"}}",
                        201,
                        Set.of("location", "cache-control"),
                        "application/json",
                        ""));
        assertEquals(List.of(), problem("lamp-exists"));
    }

    @Test
    void a_status_that_is_not_described_is_noticed() {
        noticed("the status 202", lamp(202, "application/json", "{}"));
    }

    @Test
    void a_media_type_that_is_not_described_is_noticed() {
        noticed("text/html", lamp(200, "text/html", "<p>"));
    }

    @Test
    void a_field_that_is_missing_of_another_type_or_not_described_is_noticed() {
        noticed("watts", lamp(200, "application/json", "{}"));
        noticed("value", lamp(200, "application/json", "{\"watts\":{\"value\":40}}"));
        noticed("volts", lamp(200, "application/json", "{\"watts\":{\"value\":\"40\"},\"volts\":230}"));
    }

    @Test
    void a_problem_code_that_is_not_described_is_noticed() {
        noticed("lamp-broken", problem("lamp-broken"));
    }

    @Test
    void a_header_that_is_not_described_or_missing_is_noticed() {
        noticed("ETag", made("{}", 201, Set.of("ETag", "Cache-Control"), "application/json", ""));
        noticed("Cache-Control is missing", made("{}", 201, Set.of(), "application/json", ""));
    }

    @Test
    void a_body_that_was_taken_though_it_does_not_fit_is_noticed() {
        Set<String> headers = Set.of("Cache-Control");
        assertEquals(List.of(), made("{\"watts\":{\"value\":40}}", 201, headers, "application/json", ""));
        noticed("taken", made("{\"watts\":{\"value\":true}}", 201, headers, "application/json", ""));
    }

    @Test
    void the_most_exact_path_describes_a_call() {
        assertEquals(
                List.of(),
                description.violations(new Exchange("GET", "/lamps/2026.pdf", null, 204, "null", Set.of(), "")));
    }

    private List<String> lamp(int status, String mediaType, String body) {
        return description.violations(new Exchange("GET", "/lamps/1", null, status, mediaType, Set.of(), body));
    }

    private List<String> problem(String code) {
        return made("{}", 409, Set.of(), "application/problem+json", "{\"code\":\"" + code + "\"}");
    }

    private List<String> made(
            @Nullable String sent, int status, Set<String> headers, String mediaType, String answered) {
        return description.violations(new Exchange("POST", "/lamps", sent, status, mediaType, headers, answered));
    }

    private static void noticed(String what, List<String> violations) {
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(what)), violations.toString());
    }
}
