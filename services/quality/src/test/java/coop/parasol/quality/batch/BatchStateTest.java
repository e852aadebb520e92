package coop.parasol.quality.batch;

import static coop.parasol.quality.batch.Batch.State.CERTIFIED;
import static coop.parasol.quality.batch.Batch.State.EXPIRED;
import static coop.parasol.quality.batch.Batch.State.HELD;
import static coop.parasol.quality.batch.Batch.State.RECALLED;
import static coop.parasol.quality.batch.Batch.State.REJECTED;
import static coop.parasol.quality.batch.Batch.State.REPORTED;
import static coop.parasol.quality.batch.Batch.State.REWORKED;
import static coop.parasol.quality.batch.Batch.State.SAMPLED;
import static coop.parasol.quality.batch.Batch.State.SCRAPPED;
import static coop.parasol.quality.batch.Batch.State.SUSPENDED;
import static coop.parasol.quality.batch.Batch.State.WAITING_FOR_STANDARD;
import static coop.parasol.quality.batch.Batch.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A batch is REPORTED, as long as its producer may correct it -> SAMPLED -> CERTIFIED or REJECTED, or WITHDRAWN before it is SAMPLED;
 * REJECTED -> rework, one re-inspection -> CERTIFIED or SCRAPPED;
 * CERTIFIED -> SUSPENDED -> CERTIFIED or RECALLED; or EXPIRED, and then perhaps RECALLED.
 */
class BatchStateTest {

    private static final List<Batch.State> ALL = List.of(Batch.State.values());

    private static final Map<Batch.State, Set<Batch.State>> ALLOWED = Map.of(
            REPORTED, Set.of(SAMPLED, HELD, WITHDRAWN),
            WAITING_FOR_STANDARD, Set.of(REPORTED, SAMPLED, HELD, SCRAPPED, WITHDRAWN),
            HELD, Set.of(REPORTED, SAMPLED, SCRAPPED, WITHDRAWN),
            SAMPLED, Set.of(HELD, CERTIFIED, REJECTED, SCRAPPED),
            CERTIFIED, Set.of(SUSPENDED, EXPIRED),
            SUSPENDED, Set.of(CERTIFIED, RECALLED),
            EXPIRED, Set.of(RECALLED),
            REJECTED, Set.of(REWORKED, SCRAPPED, CERTIFIED),
            REWORKED, Set.of(CERTIFIED, SCRAPPED));

    @Test
    void a_batch_makes_the_allowed_transitions_only() {
        Random random = new Random(105);
        Map<Batch.State, Set<Batch.State>> made = new EnumMap<>(Batch.State.class);
        for (int history = 0; history < 1000; history++) {
            Batch batch = new Batch();
            batch.state = WAITING_FOR_STANDARD;
            for (int i = 0; i < 20; i++) {
                Batch.State before = batch.state;
                Batch.State next = ALL.get(random.nextInt(ALL.size()));
                if (ALLOWED.getOrDefault(before, Set.of()).contains(next)) {
                    batch.transitionTo(next);
                    assertThat(batch.state).isEqualTo(next);
                    made.computeIfAbsent(before, state -> EnumSet.noneOf(Batch.State.class))
                            .add(next);
                } else {
                    assertThrows(IllegalStateException.class, () -> batch.transitionTo(next));
                    assertThat(batch.state).isEqualTo(before);
                }
            }
        }
        assertThat(made).as("transitions that were made").isEqualTo(ALLOWED);
    }

    @Test
    void a_batch_past_its_last_day_of_sale_is_not_certified_any_more() {
        Batch batch = new Batch();
        batch.bestBefore = LocalDate.of(2026, 11, 24);
        for (Batch.State state : ALL) {
            batch.state = state;
            assertThat(batch.stateOn(LocalDate.of(2026, 11, 24))).isEqualTo(state);
            assertThat(batch.stateOn(LocalDate.of(2026, 11, 25))).isEqualTo(state == CERTIFIED ? EXPIRED : state);
        }
    }
}
