package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.Constitution.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No call escapes {@link BadInputTest} because somebody has forgotten to say what it takes. */
class BodiesTest {

    private static final List<Row> ROWS = Constitution.read().rows();
    private static final Bodies BODIES = Bodies.read();

    @Test
    void every_call_with_a_body_has_a_valid_one_or_an_excuse() {
        assertThat(ROWS.stream().filter(Row::hasBody).filter(row -> !BODIES.has(row) && !Bodies.isExcused(row)))
                .as("calls that are neither in valid-bodies.json nor excused in Bodies")
                .isEmpty();
    }

    @Test
    void nothing_is_excused_that_has_a_body() {
        assertThat(ROWS.stream().filter(row -> BODIES.has(row) && Bodies.isExcused(row)))
                .isEmpty();
    }

    @Test
    void every_body_and_every_excuse_is_a_call_of_the_constitution() {
        Set<String> calls =
                ROWS.stream().filter(Row::hasBody).map(Row::toString).collect(Collectors.toSet());

        assertThat(BODIES.valid().fieldNames()).toIterable().isNotEmpty().isSubsetOf(calls);
        assertThat(Bodies.excused()).isSubsetOf(calls);
    }
}
