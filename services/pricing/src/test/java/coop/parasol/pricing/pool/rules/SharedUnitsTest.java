package coop.parasol.pricing.pool.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.pricing.pool.rules.SharedUnits.Batch;
import coop.parasol.pricing.pool.rules.SharedUnits.Part;
import coop.parasol.pricing.pool.rules.SharedUnits.Shared;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which units are of a taken part, of rules.md 5: the first that its taker makes of the goods for the week are those of its first part. */
class SharedUnitsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final UUID TAKEN = UUID.randomUUID();
    private static final UUID OWN = UUID.randomUUID();

    @Test
    void the_first_certified_units_are_those_of_the_first_part() {
        Part first = part(30);
        Part second = part(20);
        Batch batch = batch(40);
        Batch later = batch(60);

        assertThat(SharedUnits.of(List.of(first, second), List.of(batch, later)))
                .containsExactly(
                        new Shared(first, batch, decimal(30)),
                        new Shared(second, batch, decimal(10)),
                        new Shared(second, later, decimal(10)));
    }

    @Test
    void what_was_made_before_a_part_was_taken_is_not_of_it() {
        Part first = part(30);
        Part late = new Part(TAKEN, UUID.randomUUID(), UUID.randomUUID(), "A", decimal(20), 500, NOON.plusSeconds(2));
        Batch early = batch(40);
        Batch later = new Batch(UUID.randomUUID(), TAKEN, "A", "A", decimal(15), NOON.plusSeconds(2));

        assertThat(SharedUnits.of(List.of(first, late), List.of(early, later)))
                .containsExactly(new Shared(first, early, decimal(30)), new Shared(late, later, decimal(15)));
    }

    @Test
    void naming_another_own_commitment_keeps_no_share() {
        Part part = part(30);
        Batch named = batch(OWN, "A", "A", 20);
        Batch later = batch(TAKEN, "A", "A", 50);

        assertThat(SharedUnits.of(List.of(part), List.of(named, later)))
                .containsExactly(new Shared(part, named, decimal(20)), new Shared(part, later, decimal(10)));
    }

    @Test
    void goods_of_another_grade_are_of_a_part_only_where_they_were_to_be_or_have_become_of_its_grade() {
        Part part = part(30);
        Batch ofAnother = batch(OWN, "B", "B", 20);
        Batch untold = batch(OWN, null, "B", 20);
        Batch better = batch(OWN, "B", "A", 10);
        Batch worse = batch(OWN, "A", "B", 5);
        Batch named = batch(TAKEN, "A", "B", 7);

        assertThat(SharedUnits.of(List.of(part), List.of(ofAnother, untold, better, worse, named)))
                .containsExactly(
                        new Shared(part, better, decimal(10)),
                        new Shared(part, worse, decimal(5)),
                        new Shared(part, named, decimal(7)));
    }

    @Test
    void over_random_histories_as_much_is_shared_whichever_own_commitment_is_named() {
        Random random = new Random(18);
        for (int history = 0; history < 500; history++) {
            List<Part> parts = new ArrayList<>();
            List<Batch> honest = new ArrayList<>();
            List<Batch> evasive = new ArrayList<>();
            for (int step = 0; step < 8; step++) {
                parts.add(part(1 + random.nextInt(50)));
                long certified = 1L + random.nextInt(50);
                honest.add(batch(certified));
                evasive.add(
                        batch(random.nextBoolean() ? OWN : TAKEN, "A", random.nextBoolean() ? "A" : "B", certified));
            }

            assertThat(units(SharedUnits.of(parts, evasive)))
                    .isEqualByComparingTo(units(SharedUnits.of(parts, honest)));
        }
    }

    @Test
    void what_is_not_made_is_shared_with_nobody() {
        assertThat(SharedUnits.of(List.of(part(30)), List.of())).isEmpty();
        assertThat(units(SharedUnits.of(List.of(part(30)), List.of(batch(10))))).isEqualByComparingTo("10");
        assertThat(SharedUnits.of(List.of(), List.of(batch(10)))).isEmpty();
    }

    @Test
    void of_a_batch_that_is_in_the_pool_in_part_as_large_a_part_is_shared_rounded_down() {
        Shared shared = new Shared(part(20), batch(60), decimal(20));

        assertThat(shared.of(decimal(60), 0)).isEqualByComparingTo("20");
        assertThat(shared.of(decimal(31), 0)).isEqualByComparingTo("10");
        assertThat(shared.of(decimal(31), 2)).isEqualByComparingTo("10.33");
        assertThat(shared.of(decimal(0), 0)).isEqualByComparingTo("0");
    }

    @Test
    void over_random_histories_no_unit_is_shared_twice_and_later_parts_and_batches_change_nothing_of_earlier_ones() {
        Random random = new Random(17);
        for (int history = 0; history < 500; history++) {
            List<Part> parts = new ArrayList<>();
            List<Batch> batches = new ArrayList<>();
            List<Shared> before = List.of();
            for (int step = 0; step < 12; step++) {
                if (random.nextBoolean()) {
                    parts.add(part(1 + random.nextInt(50)));
                } else {
                    batches.add(batch(1 + random.nextInt(50)));
                }
                List<Shared> now = SharedUnits.of(parts, batches);
                BigDecimal taken = parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal made = batches.stream().map(Batch::certified).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(units(now)).isEqualByComparingTo(taken.min(made));
                for (Shared earlier : before) {
                    BigDecimal still = now.stream()
                            .filter(each -> each.part().equals(earlier.part())
                                    && each.batch().equals(earlier.batch()))
                            .map(Shared::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(still).isGreaterThanOrEqualTo(earlier.quantity());
                }
                before = now;
            }
        }
    }

    private static BigDecimal units(List<Shared> shared) {
        return shared.stream().map(Shared::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Part part(long quantity) {
        return new Part(TAKEN, UUID.randomUUID(), UUID.randomUUID(), "A", decimal(quantity), 300, NOON);
    }

    private static Batch batch(long certified) {
        return batch(TAKEN, "A", "A", certified);
    }

    private static Batch batch(UUID commitment, @Nullable String committed, String grade, long certified) {
        return new Batch(UUID.randomUUID(), commitment, committed, grade, decimal(certified), NOON);
    }

    private static BigDecimal decimal(long number) {
        return BigDecimal.valueOf(number);
    }
}
