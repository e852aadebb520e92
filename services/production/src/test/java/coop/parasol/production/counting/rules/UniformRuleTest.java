package coop.parasol.production.counting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.counting.rules.UniformRule.Commitment;
import coop.parasol.production.counting.rules.UniformRule.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The uniform rule (Sprumont 1991) of rules.md 5: what counts of commitments. */
class UniformRuleTest {

    private static final int ROUNDS = 3_000;

    @Test
    void a_million_committed_counts_no_more_than_a_hundred() {
        assertThat(counts(300, 1_000_000, 100, 100)).containsExactly("100", "100", "100");
    }

    @Test
    void the_remainder_of_an_equal_level_counts_for_nobody() {
        assertThat(counts(100, 100, 100, 100)).containsExactly("33", "33", "33");
    }

    @Test
    void commitments_that_sum_to_what_is_wanted_or_less_count_whole() {
        assertThat(counts(300, 50, 100, 149)).containsExactly("50", "100", "149");
        assertThat(counts(300, 50, 100, 150)).containsExactly("50", "100", "150");
        assertThat(UniformRule.count(BigDecimal.valueOf(300), commitments(50, 100, 150), 0)
                        .level())
                .isNull();
        assertThat(counts(0, 50, 1)).containsExactly("0", "0");
        assertThat(UniformRule.count(BigDecimal.TEN, List.of(), 0).counts()).isEmpty();
    }

    @Test
    void what_small_commitments_leave_raises_the_level_of_the_others() {
        assertThat(counts(300, 10, 1_000, 200)).containsExactly("10", "145", "145");
    }

    @Test
    void measured_goods_are_divided_to_six_decimals() {
        Counted counted = UniformRule.count(BigDecimal.TEN, commitments(10, 10, 10), 6);

        assertThat(counted.level()).isEqualByComparingTo("3.333333");
    }

    @Test
    void firms_of_one_owner_count_as_one_producer() {
        UUID owner = UUID.randomUUID();
        List<Commitment> split = new ArrayList<>();
        for (int firm = 0; firm < 5; firm++) {
            split.add(new Commitment(UUID.randomUUID(), owner, BigDecimal.valueOf(100)));
        }
        Commitment honest = new Commitment(UUID.randomUUID(), UUID.randomUUID(), BigDecimal.valueOf(100));
        split.add(honest);

        Counted counted = UniformRule.count(BigDecimal.valueOf(100), split, 0);

        assertThat(counts(counted, honest)).isEqualByComparingTo("50");
        assertThat(sum(counted)).isEqualByComparingTo("100");
    }

    @Test
    void at_most_what_is_wanted_counts_and_less_than_a_unit_a_producer_is_left_over() {
        Random random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            int decimals = random.nextBoolean() ? 0 : 6;
            List<Commitment> all = random(random, decimals);
            BigDecimal wanted = amount(random, decimals);

            Counted counted = UniformRule.count(wanted, all, decimals);

            BigDecimal committed = all.stream().map(Commitment::committed).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal divided = committed.min(wanted);
            assertThat(sum(counted)).isLessThanOrEqualTo(divided);
            assertThat(divided.subtract(sum(counted)))
                    .isLessThan(BigDecimal.ONE.movePointLeft(decimals).multiply(BigDecimal.valueOf(all.size())));
            assertThat(counted.level() == null).isEqualTo(committed.compareTo(wanted) <= 0);
        }
    }

    @Test
    void everybody_counts_whole_or_at_the_same_level() {
        Random random = new Random(12);
        for (int round = 0; round < ROUNDS; round++) {
            List<Commitment> all = random(random, 0);

            Counted counted = UniformRule.count(amount(random, 0), all, 0);

            for (Commitment one : all) {
                BigDecimal expected = counted.level() == null
                        ? one.committed()
                        : counted.level().min(one.committed());
                assertThat(counts(counted, one)).isEqualByComparingTo(expected);
            }
        }
    }

    @Test
    void more_that_is_wanted_lessens_what_counts_of_nobody() {
        Random random = new Random(13);
        for (int round = 0; round < ROUNDS; round++) {
            List<Commitment> all = random(random, 0);
            BigDecimal wanted = amount(random, 0);

            Counted less = UniformRule.count(wanted, all, 0);
            Counted more = UniformRule.count(wanted.add(amount(random, 0)), all, 0);

            all.forEach(one -> assertThat(counts(more, one)).isGreaterThanOrEqualTo(counts(less, one)));
        }
    }

    /** Whoever means to make so much and says more has no more of what it means to make counted, and one that says less no more either. */
    @Test
    void committing_anything_but_what_is_meant_gains_nobody_anything() {
        Random random = new Random(14);
        for (int round = 0; round < ROUNDS; round++) {
            List<Commitment> honest = random(random, 0);
            BigDecimal wanted = amount(random, 0);
            Commitment liar = honest.get(random.nextInt(honest.size()));
            List<Commitment> lied = new ArrayList<>(honest);
            lied.set(
                    honest.indexOf(liar),
                    new Commitment(
                            liar.memberId(), liar.ownerId(), amount(random, 0).multiply(BigDecimal.TEN)));

            BigDecimal before = counts(UniformRule.count(wanted, honest, 0), liar);
            BigDecimal after = counts(UniformRule.count(wanted, lied, 0), liar);

            assertThat(after.min(liar.committed())).isLessThanOrEqualTo(before);
        }
    }

    @Test
    void the_level_is_the_one_that_a_search_by_bisection_finds() {
        Random random = new Random(15);
        for (int round = 0; round < ROUNDS; round++) {
            List<Commitment> all = random(random, 0);
            BigDecimal wanted = amount(random, 0);
            BigDecimal level = UniformRule.count(wanted, all, 0).level();
            if (level != null) {
                assertThat(claimedUpTo(level, all)).isLessThanOrEqualTo(wanted);
                assertThat(claimedUpTo(level.add(BigDecimal.ONE), all)).isGreaterThan(wanted);
                assertThat(level.setScale(0, RoundingMode.UNNECESSARY)).isEqualByComparingTo(level);
            }
        }
    }

    private static BigDecimal counts(Counted counted, Commitment one) {
        return Objects.requireNonNull(counted.counts().get(one.memberId()));
    }

    private static BigDecimal claimedUpTo(BigDecimal level, List<Commitment> all) {
        return all.stream().map(one -> one.committed().min(level)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Counted counted) {
        return counted.counts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Commitment> random(Random random, int decimals) {
        List<Commitment> all = new ArrayList<>();
        int producers = 1 + random.nextInt(12);
        for (int producer = 0; producer < producers; producer++) {
            UUID id = UUID.randomUUID();
            all.add(new Commitment(id, id, amount(random, decimals)));
        }
        return all;
    }

    private static BigDecimal amount(Random random, int decimals) {
        return BigDecimal.valueOf(random.nextInt(500))
                .add(BigDecimal.valueOf(decimals == 0 ? 0 : random.nextInt(1_000_000), 6));
    }

    private static List<Commitment> commitments(long... quantities) {
        List<Commitment> all = new ArrayList<>();
        for (long quantity : quantities) {
            UUID id = UUID.randomUUID();
            all.add(new Commitment(id, id, BigDecimal.valueOf(quantity)));
        }
        return all;
    }

    private static List<String> counts(long wanted, long... committed) {
        List<Commitment> all = commitments(committed);
        Counted counted = UniformRule.count(BigDecimal.valueOf(wanted), all, 0);
        return all.stream().map(one -> counts(counted, one).toPlainString()).toList();
    }
}
