package coop.parasol.quality.batch;

import static coop.parasol.quality.batch.Batch.State.CERTIFIED;
import static coop.parasol.quality.batch.Batch.State.HELD;
import static coop.parasol.quality.batch.Batch.State.REJECTED;
import static coop.parasol.quality.batch.Batch.State.REWORKED;
import static coop.parasol.quality.batch.Batch.State.SAMPLED;
import static coop.parasol.quality.batch.Batch.State.SCRAPPED;
import static coop.parasol.quality.batch.Batch.State.WAITING_FOR_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A batch is REPORTED -> SAMPLED -> CERTIFIED or REJECTED; REJECTED -> rework, one re-inspection -> CERTIFIED or SCRAPPED. */
class BatchStateTest {

    private static final List<Batch.State> ALL = List.of(Batch.State.values());

    private static final Map<Batch.State, Set<Batch.State>> DRAWN = Map.of(
            WAITING_FOR_STANDARD, Set.of(SAMPLED, HELD),
            HELD, Set.of(SAMPLED),
            SAMPLED, Set.of(HELD, CERTIFIED, REJECTED),
            CERTIFIED, Set.of(),
            REJECTED, Set.of(REWORKED, SCRAPPED),
            REWORKED, Set.of(CERTIFIED, SCRAPPED),
            SCRAPPED, Set.of());

    @Test
    void a_batch_goes_along_the_drawn_arrows_only() {
        Random random = new Random(105);
        for (int history = 0; history < 1000; history++) {
            Batch batch = new Batch();
            batch.state = WAITING_FOR_STANDARD;
            for (int i = 0; i < 20; i++) {
                Batch.State before = batch.state;
                Batch.State next = ALL.get(random.nextInt(ALL.size()));
                if (DRAWN.getOrDefault(before, Set.of()).contains(next)) {
                    batch.become(next);
                    assertThat(batch.state).isEqualTo(next);
                } else {
                    assertThrows(IllegalStateException.class, () -> batch.become(next));
                    assertThat(batch.state).isEqualTo(before);
                }
            }
        }
    }
}
