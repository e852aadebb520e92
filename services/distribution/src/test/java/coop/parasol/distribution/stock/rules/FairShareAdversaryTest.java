package coop.parasol.distribution.stock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.stock.rules.StockAllocation.Allocation;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One of several producers, which makes the same goods on the same days, commits, dates, names or splits its lots to sell more of them
 * than if it were honest, in every combination.
 */
class FairShareAdversaryTest {

    private static final int SEASONS = 20;
    private static final int WEEKS_ALONE = 80;
    private static final int DAYS = 7;
    private static final int WEEKS = 6;
    private static final int PRODUCERS = 5;
    private static final int SHELF_LIFE = 40;
    private static final int WINDOW = 7;
    private static final LocalDate START = LocalDate.of(2026, 11, 30);

    /** What a dishonest producer says it will make of what it means to make. */
    enum Committing {
        AS_MEANT,
        A_MILLION,
        TWICE,
        HALF,
        NOTHING;

        long said(long meant) {
            return switch (this) {
                case AS_MEANT -> meant;
                case A_MILLION -> 1_000_000;
                case TWICE -> 2 * meant;
                case HALF -> meant / 2;
                case NOTHING -> 0;
            };
        }
    }

    /** @param daysEarly by which a lot is dated before the day on which it was made */
    record Strategy(Committing committing, int daysEarly, int lotSize, String lotPrefix) {
        static final Strategy HONEST = new Strategy(Committing.AS_MEANT, 0, Integer.MAX_VALUE, "M");
    }

    /** Goods of a week and demand for them, which may be more or less than what counts. */
    @ParameterizedTest
    @EnumSource(Committing.class)
    void nobody_gains_more_than_a_unit_by_committing_dating_naming_and_splitting_lots(Committing committing) {
        for (int season = 0; season < WEEKS_ALONE; season++) {
            long honest = soldOfAWeek(season, Strategy.HONEST);
            for (Strategy strategy : strategies(committing)) {
                assertThat(soldOfAWeek(season, strategy))
                        .as("week %d, %s", season, strategy)
                        .isLessThanOrEqualTo(honest + 1);
            }
        }
    }

    /** Stock is left over from week to week, so that a season may end with more or less of what was sold later. */
    @ParameterizedTest
    @EnumSource(Committing.class)
    void over_seasons_in_which_stock_builds_up_nobody_gains_one_per_cent(Committing committing) {
        for (Strategy strategy : strategies(committing)) {
            long honest = 0;
            long gained = 0;
            for (int season = 0; season < SEASONS; season++) {
                long sold = soldOfASeason(season, Strategy.HONEST);
                honest += sold;
                gained += soldOfASeason(season, strategy) - sold;
            }
            assertThat(100 * gained).as("%s of %d", strategy, honest).isLessThanOrEqualTo(honest);
        }
    }

    @Test
    void a_producer_that_commits_nothing_sells_less() {
        Strategy nothing = new Strategy(Committing.NOTHING, 0, Integer.MAX_VALUE, "M");
        long honest = 0;
        long uncommitted = 0;
        for (int season = 0; season < SEASONS; season++) {
            honest += soldOfASeason(season, Strategy.HONEST);
            uncommitted += soldOfASeason(season, nothing);
        }

        assertThat(uncommitted).isLessThan(honest);
    }

    private static List<Strategy> strategies(Committing committing) {
        List<Strategy> strategies = new ArrayList<>();
        for (int daysEarly : new int[] {0, 7}) {
            for (int lotSize : new int[] {Integer.MAX_VALUE, 5}) {
                for (String prefix : List.of("M", "0", "Z")) {
                    strategies.add(new Strategy(committing, daysEarly, lotSize, prefix));
                }
            }
        }
        return strategies;
    }

    /** Units that the first producer sells of a week's goods if it does so; the others are honest. */
    private static long soldOfAWeek(int number, Strategy strategy) {
        Random random = new Random(number * 7_919L + 13);
        Season run = new Season(strategy);
        long[] meant = meant(random);
        long all = Arrays.stream(meant).sum();
        run.freeze(meant, 1 + random.nextLong(all));
        for (int day = 0; day < DAYS; day++) {
            run.report(meant, START.plusDays(day));
        }
        run.orderInParts(1 + random.nextLong(all), random, START.plusDays(DAYS));
        return run.soldOfFirst;
    }

    private static long soldOfASeason(int number, Strategy strategy) {
        Random random = new Random(number * 7_919L + 13);
        Season run = new Season(strategy);
        for (int week = 0; week < WEEKS; week++) {
            long[] meant = meant(random);
            long all = Arrays.stream(meant).sum();
            long wanted = number % 5 == 0 ? all + random.nextInt(100) : 1 + random.nextLong(all);
            run.freeze(meant, wanted);
            long ordered = 0;
            for (int day = 0; day < DAYS; day++) {
                LocalDate today = START.plusWeeks(week).plusDays(day);
                run.report(meant, today);
                long most = day == DAYS - 1 ? wanted - ordered : random.nextLong(1 + wanted / 3);
                long order = Math.min(wanted - ordered, most);
                ordered += order;
                run.orderInParts(order, random, today);
            }
        }
        return run.soldOfFirst;
    }

    private static long[] meant(Random random) {
        long[] meant = new long[PRODUCERS];
        for (int producer = 0; producer < PRODUCERS; producer++) {
            meant[producer] = (long) DAYS * (1 + random.nextInt(20));
        }
        return meant;
    }

    private static final class Season {
        private final Strategy strategy;
        private final long[] countsLeft = new long[PRODUCERS];
        private Stock stock = Stock.NONE;
        private long soldOfFirst;
        private long backOrdered;
        private int lots;

        Season(Strategy strategy) {
            this.strategy = strategy;
        }

        void freeze(long[] meant, long wanted) {
            long[] said = meant.clone();
            said[0] = strategy.committing().said(meant[0]);
            long level = level(said, wanted);
            for (int producer = 0; producer < PRODUCERS; producer++) {
                countsLeft[producer] = Math.min(said[producer], level);
            }
        }

        /** The highest whole level at which no more counts than is wanted. */
        private static long level(long[] said, long wanted) {
            if (Arrays.stream(said).sum() <= wanted) {
                return Long.MAX_VALUE;
            }
            long level = 0;
            while (sumUpTo(said, level + 1) <= wanted) {
                level++;
            }
            return level;
        }

        private static long sumUpTo(long[] said, long level) {
            return Arrays.stream(said).map(one -> Math.min(one, level)).sum();
        }

        /** Each producer has made a seventh of what it means to make in the week. */
        void report(long[] meant, LocalDate today) {
            for (int producer = 0; producer < PRODUCERS; producer++) {
                report(producer, today, meant[producer] / DAYS);
            }
            order(0, today);
        }

        void orderInParts(long quantity, Random random, LocalDate today) {
            for (long left = quantity; left > 0; ) {
                long part = 1 + random.nextLong(left);
                order(part, today);
                left -= part;
            }
        }

        private void report(int producer, LocalDate today, long quantity) {
            Strategy how = producer == 0 ? strategy : Strategy.HONEST;
            for (long left = quantity; left > 0; ) {
                long size = Math.min(left, how.lotSize());
                long counted = Math.min(size, countsLeft[producer]);
                countsLeft[producer] -= counted;
                add(new Candidate(
                        new UUID(producer, ++lots),
                        new UUID(0, producer),
                        new UUID(0, producer),
                        how.lotPrefix() + lots,
                        today.plusDays(SHELF_LIFE - how.daysEarly()),
                        today.plusDays(SHELF_LIFE),
                        BigDecimal.valueOf(size),
                        BigDecimal.valueOf(counted)));
                left -= size;
            }
        }

        private void add(Candidate batch) {
            List<Candidate> batches = new ArrayList<>(stock.batches());
            batches.add(batch);
            stock = new Stock(batches, stock.credits(), LocalDate.MAX, null);
        }

        /** What there are no goods for waits for those that come. */
        private void order(long quantity, LocalDate today) {
            backOrdered += quantity;
            Stock sellable = new Stock(
                    stock.batches().stream()
                            .filter(batch -> !batch.expiry().isBefore(today))
                            .toList(),
                    stock.credits(),
                    LocalDate.MAX,
                    null);
            Allocation allocation = StockAllocation.allocate(BigDecimal.valueOf(backOrdered), sellable, WINDOW);
            stock = allocation.rest();
            allocation.units().forEach(part -> backOrdered -= part.quantity().longValueExact());
            allocation.units().stream()
                    .filter(part -> part.memberId().equals(new UUID(0, 0)))
                    .forEach(part -> soldOfFirst += part.quantity().longValueExact());
        }
    }
}
