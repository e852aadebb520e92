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
    void every_endpoint_with_a_body_has_a_valid_body_or_is_exempt() {
        assertThat(ENDPOINTS.stream()
                        .filter(Endpoint::hasBody)
                        .filter(endpoint -> !BODIES.has(endpoint) && !RequestBodies.isExempt(endpoint)))
                .as("calls that are neither in valid-bodies.json nor excused in Bodies")
                .isEmpty();
    }

    @Test
    void no_endpoint_with_a_valid_body_is_exempt() {
        assertThat(ENDPOINTS.stream().filter(endpoint -> BODIES.has(endpoint) && RequestBodies.isExempt(endpoint)))
                .isEmpty();
    }

    @Test
    void every_body_and_every_exemption_belongs_to_an_endpoint() {
        Set<String> calls = ENDPOINTS.stream()
                .filter(Endpoint::hasBody)
                .map(Endpoint::toString)
                .collect(Collectors.toSet());

        assertThat(BODIES.valid().fieldNames()).toIterable().isNotEmpty().isSubsetOf(calls);
        assertThat(RequestBodies.exempt()).isSubsetOf(calls);
    }
}
