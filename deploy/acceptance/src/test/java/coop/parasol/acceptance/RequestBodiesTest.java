package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.Constitution.Endpoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every endpoint with a body is either tested by {@link BadInputTest} or exempt for a stated reason. */
class RequestBodiesTest {

    private static final List<Endpoint> ENDPOINTS = Constitution.read().endpoints();
    private static final RequestBodies BODIES = RequestBodies.read();

    @Test
    void every_call_with_a_body_has_a_valid_one_or_an_excuse() {
        assertThat(ENDPOINTS.stream()
                        .filter(Endpoint::hasBody)
                        .filter(endpoint -> !BODIES.has(endpoint) && !RequestBodies.isExempt(endpoint)))
                .as("calls that are neither in valid-bodies.json nor excused in Bodies")
                .isEmpty();
    }

    @Test
    void nothing_is_excused_that_has_a_body() {
        assertThat(ENDPOINTS.stream().filter(endpoint -> BODIES.has(endpoint) && RequestBodies.isExempt(endpoint)))
                .isEmpty();
    }

    @Test
    void every_body_and_every_excuse_is_a_call_of_the_constitution() {
        Set<String> calls = ENDPOINTS.stream()
                .filter(Endpoint::hasBody)
                .map(Endpoint::toString)
                .collect(Collectors.toSet());

        assertThat(BODIES.valid().fieldNames()).toIterable().isNotEmpty().isSubsetOf(calls);
        assertThat(RequestBodies.exempt()).isSubsetOf(calls);
    }
}
