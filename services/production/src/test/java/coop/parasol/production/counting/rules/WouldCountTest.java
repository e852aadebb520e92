package coop.parasol.production.counting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.counting.rules.UniformRule.Commitment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What more of a producer's commitments would count: no other hides more of what is wanted than an equal part, whatever it commits. */
class WouldCountTest {

    private static final int ROUNDS = 3_000;

    @Test
    void one_that_commits_a_million_hides_no_more_than_an_equal_part() {
        assertThat(wouldCount(300, null, committed(1_000_000))).isEqualTo(150);
        assertThat(wouldCount(300, null, committed(1_000_000), committed(100))).isEqualTo(100);
        Commitment honest = committed(100);
        assertThat(wouldCount(300, honest, committed(1_000_000), honest)).isEqualTo(50);
    }

    @Test
    void what_nobody_has_committed_would_count_whole() {
        assertThat(wouldCount(300, null)).isEqualTo(300);
        assertThat(wouldCount(300, null, committed(50), committed(70))).isEqualTo(180);
        Commitment own = committed(70);
        assertThat(wouldCount(300, own, committed(50), own)).isEqualTo(180);
        assertThat(wouldCount(0, null, committed(50))).isZero();
    }

    @Test
    void firms_of_one_owner_have_one_part_together() {
        Commitment own = committed(40);
        Commitment ofTheSameOwner = new Commitment(UUID.randomUUID(), own.ownerId(), BigDecimal.valueOf(60));

        assertThat(wouldCount(300, own, committed(1_000_000), own, ofTheSameOwner))
                .isEqualTo(50);
    }

    @Test
    void it_is_what_counts_once_it_is_committed() {
        Random random = new Random(21);
        for (int round = 0; round < ROUNDS; round++) {
            List<Commitment> all = random(random);
            BigDecimal wanted = BigDecimal.valueOf(random.nextInt(500));
            Commitment own = all.getFirst();
            BigDecimal now = counts(wanted, all, own);

            BigDecimal more = UniformRule.wouldCount(wanted, all, own.ownerId(), 0);

            for (BigDecimal raised : List.of(more, more.add(BigDecimal.TEN), BigDecimal.valueOf(1_000_000))) {
                List<Commitment> after = new ArrayList<>(all);
                Commitment larger = new Commitment(
                        own.memberId(), own.ownerId(), own.committed().add(raised));
                after.set(0, larger);
                assertThat(counts(wanted, after, larger).subtract(now)).isLessThanOrEqualTo(more);
            }
            List<Commitment> unlimited = new ArrayList<>(all);
            Commitment million = new Commitment(own.memberId(), own.ownerId(), BigDecimal.valueOf(1_000_000));
            unlimited.set(0, million);
            assertThat(counts(wanted, unlimited, million)).isEqualByComparingTo(now.add(more));
        }
    }

    @Test
    void whatever_others_commit_an_equal_part_is_left() {
        Random random = new Random(22);
        for (int round = 0; round < ROUNDS; round++) {
            List<Commitment> others = random(random);
            BigDecimal wanted = BigDecimal.valueOf(random.nextInt(500));
            BigDecimal equal = wanted.divide(BigDecimal.valueOf(others.size() + 1), 0, RoundingMode.DOWN);
            BigDecimal uncovered = others.stream().map(Commitment::committed).reduce(wanted, BigDecimal::subtract);

            assertThat(UniformRule.wouldCount(wanted, others, null, 0))
                    .isGreaterThanOrEqualTo(equal)
                    .isGreaterThanOrEqualTo(uncovered)
                    .isLessThanOrEqualTo(wanted);
        }
    }

    private static BigDecimal counts(BigDecimal wanted, List<Commitment> all, Commitment own) {
        return Objects.requireNonNull(UniformRule.count(wanted, all, 0).counts().get(own.memberId()));
    }

    private static Commitment committed(long quantity) {
        UUID id = UUID.randomUUID();
        return new Commitment(id, id, BigDecimal.valueOf(quantity));
    }

    private static long wouldCount(
            long wanted, @org.jspecify.annotations.Nullable Commitment own, Commitment... commitments) {
        return UniformRule.wouldCount(
                        BigDecimal.valueOf(wanted), List.of(commitments), own == null ? null : own.ownerId(), 0)
                .longValueExact();
    }

    private static List<Commitment> random(Random random) {
        List<Commitment> all = new ArrayList<>();
        for (int producer = 0; producer < 1 + random.nextInt(8); producer++) {
            all.add(committed(random.nextInt(5) == 0 ? 1_000_000 : random.nextInt(300)));
        }
        return all;
    }
}
