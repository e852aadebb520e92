package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.acceptance.Constitution.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What no endpoint takes is refused by every endpoint with a problem that names the code and the field, and nothing of it is
 * stored: every table of every service has as many rows afterwards as before.
 */
class RefusedInputTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final List<Endpoint> ENDPOINTS = Constitution.read().endpoints();
    private static final RequestBodies BODIES = RequestBodies.read();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final int TOO_MANY_BYTES = 10_000_000;

    private static final List<String> ACCEPTS = List.of(
            "application/x-unheard",
            "application/x-unheard;q=0.5, video/mp4",
            "*/*;q=0",
            "*/json",
            "x",
            "application/",
            ";",
            "application/json;q=7");

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/json;charset=utf-16",
            "x",
            "application/",
            "*/*");

    /** Values that are of no kind that any field has: no text, number, truth value, day, id or list. */
    private static final List<String> NO_VALUES = List.of(
            "{\"a\":{\"b\":[]}}",
            "[[]]",
            "\"a\\u0000b\"",
            "\"a\\u001b[2Jb\"",
            "\"a\\u202eb\"",
            "\"a\\u2066b\"",
            "\"a\\ufffdb\"",
            "\"a\\ud800b\"",
            "\"a\\ue000b\"");

    private static Map<String, Long> before = Map.of();

    @BeforeAll
    static void count() {
        before = settled();
    }

    @AfterAll
    static void nothing_was_stored() {
        assertThat(settled()).isEqualTo(before);
    }

    /** The counts when no event of an earlier test is under way any more. */
    private static Map<String, Long> settled() {
        List<Map<String, Long>> counts = new ArrayList<>(List.of(TableCounts.of(SYSTEM.installation())));
        Awaitility.await().pollInterval(QUIET).atMost(Duration.ofMinutes(1)).until(() -> {
            counts.add(TableCounts.of(SYSTEM.installation()));
            return counts.getLast().equals(counts.get(counts.size() - 2));
        });
        return counts.getLast();
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> an_accept_header_that_cannot_be_met_is_406() {
        return each(ENDPOINTS.stream(), endpoint -> {
            for (String accept : ACCEPTS) {
                new HostileCall(endpoint).with("Accept", accept).send().assertRefused(406, "not-acceptable");
            }
        });
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> another_content_type_is_415() {
        return each(withBody(), endpoint -> {
            byte[] body = JSON.writeValueAsBytes(BODIES.of(endpoint));
            for (String type : CONTENT_TYPES) {
                new HostileCall(endpoint)
                        .with("Content-Type", type)
                        .body(body)
                        .send()
                        .assertRefused(415, "unsupported-media-type");
            }
        });
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> an_unknown_query_parameter_is_refused() {
        return each(
                ENDPOINTS.stream(),
                endpoint -> new HostileCall(endpoint)
                        .query("no-such-parameter=1")
                        .send()
                        .assertRefused(400, "unknown-parameter"));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> control_and_bidi_characters_in_an_address_are_refused() {
        return each(ENDPOINTS.stream(), endpoint -> {
            for (String text : List.of("%00", "%1B%5B2J", "%E2%80%AE", "%E2%80%8B", "%EF%BF%BD")) {
                new HostileCall(endpoint).query("after=" + text).send().assertRefused();
                if (endpoint.path().contains("{")) {
                    new HostileCall(endpoint).send(text).assertRefused();
                }
            }
        });
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> an_unknown_field_is_refused_at_every_depth() {
        return each(withBody(), endpoint -> {
            for (String body : Mutations.withUnknownField(BODIES.of(endpoint), "no-such-field")) {
                new HostileCall(endpoint).json(body).send().assertRefused();
            }
        });
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> what_is_no_value_of_any_field_is_refused_with_its_field() {
        return each(withBody(), endpoint -> {
            for (String body : Mutations.ofLeaves(BODIES.of(endpoint), NO_VALUES)) {
                new HostileCall(endpoint).json(body).send().assertRefused();
            }
        });
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_body_that_is_not_taken_is_not_ignored() {
        return each(
                ENDPOINTS.stream().filter(each -> !BODIES.has(each) && !RequestBodies.takesFile(each)),
                endpoint -> new HostileCall(endpoint)
                        .json("{\"no-such-field\":[1]}")
                        .send()
                        .assertRefused());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_body_that_is_not_UTF_8_or_too_large_is_refused() {
        return each(withBody(), endpoint -> {
            byte[] broken = JSON.writeValueAsBytes(BODIES.of(endpoint));
            broken[2] = (byte) 0xC3;
            HostileCall call = new HostileCall(endpoint).with("Content-Type", "application/json");

            assertThat(call.body(broken).send().assertAnsweredWell().status()).isEqualTo(400);
            call.body(new byte[TOO_MANY_BYTES]).send().assertRefused(413, "too-large");
        });
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_change_that_names_no_version_is_refused() {
        return each(
                withBody().filter(endpoint -> endpoint.method().equals("PUT")),
                endpoint -> new HostileCall(endpoint)
                        .json(BODIES.of(endpoint).toString())
                        .without("If-Match")
                        .send()
                        .assertRefused(428, "version-needed"));
    }

    private static Stream<Endpoint> withBody() {
        return ENDPOINTS.stream().filter(BODIES::has);
    }

    private interface Check {
        void on(Endpoint endpoint) throws IOException;
    }

    private static Stream<DynamicTest> each(Stream<Endpoint> endpoints, Check check) {
        return endpoints.map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> check.on(endpoint)));
    }
}
