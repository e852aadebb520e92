package coop.parasol.production.counting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.production.counting.rules.UniformRule.Commitment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An owner that splits its firm gains nothing by it (rules.md 5): over random weeks, against honest producers and other splitters. */
class SplitFirmsTest {

    private static final int HISTORIES = 300;
    private static final int WEEKS = 20;
    private static final int MAX_FIRMS = 6;
    private static final BigDecimal ONE_PERCENT = new BigDecimal("1.01");

    @Test
    void whatever_its_firms_commit_an_owner_has_no_more_counted_than_its_honest_self() {
        Random random = new Random(31);
        for (int history = 0; history < HISTORIES; history++) {
            UUID splitter = UUID.randomUUID();
            BigDecimal honest = BigDecimal.ZERO;
            BigDecimal split = BigDecimal.ZERO;
            for (int week = 0; week < WEEKS; week++) {
                List<Commitment> others = others(random);
                BigDecimal wanted = BigDecimal.valueOf(random.nextInt(600));
                long means = 1L + random.nextInt(200);
                List<Commitment> firms = firms(random, splitter, means);

                honest = honest.add(counted(wanted, others, List.of(commitment(splitter, means)), means));
                split = split.add(counted(wanted, others, firms, means));
            }

            assertThat(split).isLessThanOrEqualTo(honest.multiply(ONE_PERCENT).max(honest.add(BigDecimal.ONE)));
        }
    }

    /** So that the law above can fail: were its firms counted as producers of their own, who splits gains. */
    @Test
    void were_firms_of_one_owner_producers_of_their_own_splitting_would_gain() {
        UUID splitter = UUID.randomUUID();
        List<Commitment> firms = new ArrayList<>();
        for (int firm = 0; firm < MAX_FIRMS; firm++) {
            firms.add(commitment(UUID.randomUUID(), 100));
        }
        List<Commitment> honest = List.of(commitment(UUID.randomUUID(), 100));
        BigDecimal wanted = BigDecimal.valueOf(120);

        assertThat(counted(wanted, honest, firms, 100))
                .isGreaterThan(counted(wanted, honest, List.of(commitment(splitter, 100)), 100));
    }

    /** What counts of what the owner means to make. */
    private static BigDecimal counted(BigDecimal wanted, List<Commitment> others, List<Commitment> firms, long means) {
        List<Commitment> all = new ArrayList<>(others);
        all.addAll(firms);
        UniformRule.Counted counted = UniformRule.count(wanted, all, 0);
        return firms.stream()
                .map(firm -> Objects.requireNonNull(counted.counts().get(firm.memberId())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(BigDecimal.valueOf(means));
    }

    /** The owner's firms share out what it means to make, or each commits as much as it likes. */
    private static List<Commitment> firms(Random random, UUID owner, long means) {
        List<Commitment> firms = new ArrayList<>();
        int number = 1 + random.nextInt(MAX_FIRMS);
        for (int firm = 0; firm < number; firm++) {
            long committed = random.nextBoolean() ? means / number : random.nextInt(1_000_000);
            firms.add(new Commitment(UUID.randomUUID(), owner, BigDecimal.valueOf(committed)));
        }
        return firms;
    }

    private static List<Commitment> others(Random random) {
        List<Commitment> others = new ArrayList<>();
        int producers = 1 + random.nextInt(8);
        for (int producer = 0; producer < producers; producer++) {
            if (random.nextInt(3) == 0) {
                others.addAll(firms(random, UUID.randomUUID(), random.nextInt(200)));
            } else {
                others.add(commitment(UUID.randomUUID(), random.nextInt(200)));
            }
        }
        return others;
    }

    private static Commitment commitment(UUID producer, long committed) {
        return new Commitment(producer, producer, BigDecimal.valueOf(committed));
    }
}
