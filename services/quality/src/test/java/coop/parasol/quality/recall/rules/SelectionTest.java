package coop.parasol.quality.recall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void by_lot_by_time_span_or_by_producer_and_characteristic() {
        assertThat(new Selection(List.of("L-1"), null, null, null, null, null).flaw())
                .isEmpty();
        assertThat(new Selection(null, null, null, null, MONDAY, TUESDAY).flaw())
                .isEmpty();
        assertThat(new Selection(null, UUID.randomUUID(), null, "lead", null, null).flaw())
                .isEmpty();
    }

    @Test
    void nobody_recalls_everything_by_leaving_everything_out() {
        assertThat(code(new Selection(null, null, null, null, null, null))).isEqualTo("selects-everything");
        assertThat(code(new Selection(null, null, null, null, null, TUESDAY))).isEqualTo("selects-everything");
        assertThat(code(new Selection(null, null, null, "lead", null, null))).isEqualTo("selects-everything");
    }

    @Test
    void a_time_span_runs_forward() {
        assertThat(code(new Selection(null, null, "LAMP", null, TUESDAY, MONDAY)))
                .isEqualTo("span-reversed");
        assertThat(code(new Selection(null, null, "LAMP", null, MONDAY, MONDAY)))
                .isEqualTo("span-reversed");
    }

    @Test
    void a_characteristic_is_that_of_a_producer_or_a_product() {
        assertThat(code(new Selection(null, null, null, "lead", MONDAY, TUESDAY)))
                .isEqualTo("whose-characteristic");
    }

    @Test
    void what_is_in_force_is_suspended_before_it_is_recalled() {
        assertThat(Action.RECALL.steps(true, false)).containsExactly(Action.Step.SUSPEND, Action.Step.RECALL);
        assertThat(Action.RECALL.steps(false, true)).containsExactly(Action.Step.RECALL);
        assertThat(Action.SUSPENSION.steps(false, true)).isEmpty();
        assertThat(Action.REINSTATEMENT.steps(true, false)).isEmpty();
        for (Action action : Action.values()) {
            assertThat(action.steps(false, false))
                    .as("recalled or expired: " + action)
                    .isEmpty();
        }
    }

    private static @Nullable String code(Selection selection) {
        return selection.flaw().map(Selection.Flaw::code).orElse(null);
    }
}
