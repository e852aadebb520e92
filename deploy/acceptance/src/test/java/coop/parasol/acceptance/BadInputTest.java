package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.acceptance.Constitution.Endpoint;
import coop.parasol.acceptance.Constitution.Right;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Malformed and hostile requests of an authorised caller never cause a server error and are always refused with a
 * problem code.
 */
class BadInputTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final RequestBodies BODIES = RequestBodies.read();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** JSON values that replace each field in turn. */
    private static final List<String> HOSTILE = List.of(
            "null",
            "-1",
            "1e400",
            "99999999999999999999999999",
            "0.1234567890123",
            "true",
            "\"\"",
            "\" \"",
            "\"NaN\"",
            "\"-1\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"'; DROP TABLE outbox; --\"",
            "\"<script>alert(1)</script>\"",
            "\"+300000-01-01\"",
            "\"9999-12-31\"",
            "\"0000-00-00\"",
            "\"+6000000-01-01T00:00:00Z\"",
            "\"" + "x".repeat(100_000) + "\"",
            "[]",
            "[null]",
            "{}",
            "{\"a\":{\"b\":[]}}");

    /** Bodies that are no valid request of any endpoint. */
    private static final List<String> SENSELESS =
            List.of("", "null", "[]", "7", "\"x\"", "{", "{\"a\":", "[".repeat(5_000), "{\"no-such-field\":1}");

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_hostile_field_never_fails_the_service() {
        return Constitution.read().endpoints().stream()
                .filter(endpoint -> endpoint.hasBody() && !RequestBodies.isExempt(endpoint))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    assertThat(BODIES.has(endpoint))
                            .as("valid-bodies.json has no " + endpoint)
                            .isTrue();
                    for (String body : mutations(BODIES.of(endpoint))) {
                        assertAnsweredWell(endpoint, body);
                    }
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_malformed_body_is_refused() {
        return Constitution.read().endpoints().stream()
                .filter(Endpoint::hasBody)
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    for (String body : SENSELESS) {
                        assertAnsweredWell(endpoint, body);
                    }
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_hostile_address_never_fails_the_service() {
        return Constitution.read().endpoints().stream()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    for (String id : List.of("x", "%00", "%27%3B--", "-1", "9".repeat(400), "%F0%9F%AA%94")) {
                        String address =
                                SYSTEM.url(endpoint.service()) + endpoint.path().replaceAll("\\{\\w+}", id);
                        Response answer = SYSTEM.as(anyRole(endpoint))
                                .urlEncodingEnabled(false)
                                .get(address + "?after=" + id + "&limit=" + id + "&product=" + id + "&state=" + id);

                        assertThat(answer.statusCode()).as(endpoint + " " + id).isLessThan(500);
                    }
                }));
    }

    private static void assertAnsweredWell(Endpoint endpoint, String body) {
        String path = endpoint.path()
                .replace("{product}", "HOSTILE")
                .replace("{period}", "2026-W48")
                .replace("{entry}", "999999999")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        Response answer = SYSTEM.as(anyRole(endpoint))
                .contentType("application/json")
                .body(body)
                .request(endpoint.method(), SYSTEM.url(endpoint.service()) + path);
        String sent = endpoint + " <- " + body.substring(0, Math.min(300, body.length()));

        assertThat(answer.statusCode()).as(sent + " -> " + answer.asString()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as(sent).isEqualTo("application/problem+json");
            assertThat(answer.jsonPath().getString("code")).as(sent).isNotBlank();
        }
    }

    private static String anyRole(Endpoint endpoint) {
        return Constitution.ROLES.stream()
                .filter(role -> endpoint.right(role) != Right.NONE)
                .findFirst()
                .orElseThrow();
    }

    /** Copies of the body with one of its nodes replaced by each hostile value, or removed. */
    private static List<String> mutations(JsonNode valid) throws IOException {
        List<String> bodies = new ArrayList<>();
        for (String pointer : pointers("", valid)) {
            String parent = pointer.substring(0, pointer.lastIndexOf('/'));
            String field = pointer.substring(pointer.lastIndexOf('/') + 1);
            for (String value : HOSTILE) {
                JsonNode copy = valid.deepCopy();
                replace(copy.at(parent), field);
                bodies.add(JSON.writeValueAsString(copy).replace("\"@hostile@\"", value));
            }
            JsonNode without = valid.deepCopy();
            if (without.at(parent) instanceof ObjectNode object) {
                object.remove(field);
                bodies.add(JSON.writeValueAsString(without));
            }
        }
        return bodies;
    }

    private static void replace(JsonNode parent, String field) {
        if (parent instanceof ObjectNode object) {
            object.put(field, "@hostile@");
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(field), JSON.getNodeFactory().textNode("@hostile@"));
        }
    }

    private static List<String> pointers(String path, JsonNode node) {
        List<String> pointers = new ArrayList<>();
        if (!path.isEmpty()) {
            pointers.add(path);
        }
        node.properties().forEach(field -> pointers.addAll(pointers(path + "/" + field.getKey(), field.getValue())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.addAll(pointers(path + "/" + i, node.get(i)));
        }
        return pointers;
    }
}
