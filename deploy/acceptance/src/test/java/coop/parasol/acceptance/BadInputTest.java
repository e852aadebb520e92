package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.Constitution.Endpoint;
import java.util.List;
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

    private static final RequestBodies BODIES = RequestBodies.read();

    private static final List<String> PARAMETERS = List.of("after", "limit", "product", "state", "lot", "period");

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
            "\"\\u001b[2J\"",
            "\"a\\nb\"",
            "\"\\u202ex\"",
            "\"a\\u200bb\"",
            "\"ZZ\"",
            "\"9999\"",
            "\"0198c000-0000-7000-8000-00000000001\"",
            "\"2026-11-28T10:15:30Z\"",
            "[2026,11,28]",
            "1e-999999999",
            "NaN",
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
                    for (String body : Mutations.ofNodes(BODIES.of(endpoint), HOSTILE)) {
                        new HostileCall(endpoint).json(body).send().assertAnsweredWell();
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
                        new HostileCall(endpoint).json(body).send().assertAnsweredWell();
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
                        for (String parameter : PARAMETERS) {
                            new HostileCall(endpoint)
                                    .query(parameter + "=" + id)
                                    .send(id)
                                    .assertAnsweredWell();
                        }
                    }
                }));
    }
}
