package coop.parasol.quality.recall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecallScopeTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void batches_are_selected_by_lot_by_time_span_or_by_producer_and_characteristic() {
        assertThat(new RecallScope(List.of("L-1"), null, null, null, null, null).error())
                .isEmpty();
        assertThat(new RecallScope(null, null, null, null, MONDAY, TUESDAY).error())
                .isEmpty();
        assertThat(new RecallScope(null, UUID.randomUUID(), null, "lead", null, null).error())
                .isEmpty();
    }

    @Test
    void nobody_recalls_everything_by_leaving_everything_out() {
        assertThat(code(new RecallScope(null, null, null, null, null, null))).isEqualTo("scope-unbounded");
        assertThat(code(new RecallScope(null, null, null, null, null, TUESDAY))).isEqualTo("scope-unbounded");
        assertThat(code(new RecallScope(null, null, null, "lead", null, null))).isEqualTo("scope-unbounded");
    }

    @Test
    void a_time_span_runs_forward() {
        assertThat(code(new RecallScope(null, null, "LAMP", null, TUESDAY, MONDAY)))
                .isEqualTo("time-span-reversed");
        assertThat(code(new RecallScope(null, null, "LAMP", null, MONDAY, MONDAY)))
                .isEqualTo("time-span-reversed");
    }

    @Test
    void a_characteristic_is_that_of_a_producer_or_a_product() {
        assertThat(code(new RecallScope(null, null, null, "lead", MONDAY, TUESDAY)))
                .isEqualTo("characteristic-without-product");
    }

    @Test
    void what_is_in_force_is_suspended_before_it_is_recalled() {
        assertThat(RecallAction.RECALL.transitions(true, false, false))
                .containsExactly(RecallAction.Transition.SUSPEND, RecallAction.Transition.RECALL);
        assertThat(RecallAction.RECALL.transitions(false, true, false)).containsExactly(RecallAction.Transition.RECALL);
        assertThat(RecallAction.SUSPENSION.transitions(false, true, false)).isEmpty();
        assertThat(RecallAction.REINSTATEMENT.transitions(true, false, false)).isEmpty();
        for (RecallAction action : RecallAction.values()) {
            assertThat(action.transitions(false, false, false))
                    .as("recalled: " + action)
                    .isEmpty();
        }
    }

    @Test
    void what_has_expired_can_be_recalled_and_neither_suspended_nor_reinstated() {
        assertThat(RecallAction.RECALL.transitions(false, false, true)).containsExactly(RecallAction.Transition.RECALL);
        assertThat(RecallAction.SUSPENSION.transitions(false, false, true)).isEmpty();
        assertThat(RecallAction.REINSTATEMENT.transitions(false, false, true)).isEmpty();
    }

    private static @Nullable String code(RecallScope scope) {
        return scope.error().map(RecallScope.RecallScopeError::code).orElse(null);
    }
}
