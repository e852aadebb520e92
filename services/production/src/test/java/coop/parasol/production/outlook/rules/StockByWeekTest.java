package coop.parasol.production.outlook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random weeks with random needs: no unit of stock that an earlier week needs is shown to a later one, and none is shown twice. */
class StockByWeekTest {

    private static final int HISTORIES = 2_000;

    @Test
    void what_an_earlier_week_needs_is_not_shown_to_a_later_one() {
        Random random = new Random(17);
        for (int history = 0; history < HISTORIES; history++) {
            long stock = random.nextInt(200) - 20L;
            long needed = 0;
            long served = 0;
            for (long want : wants(random)) {
                NetRequirement.Week week = week(want, needed, stock, 0);
                long shown = week.stock().longValueExact();
                assertThat(shown).isEqualTo(Math.max(0, stock - needed));
                served += Math.min(want, shown);
                needed += want;
            }
            assertThat(served).isEqualTo(Math.min(Math.max(stock, 0), needed));
        }
    }

    @Test
    void what_is_uncovered_of_all_weeks_is_what_stock_and_commitments_leave() {
        Random random = new Random(18);
        for (int history = 0; history < HISTORIES; history++) {
            long stock = random.nextInt(200);
            long needed = 0;
            long uncovered = 0;
            for (long want : wants(random)) {
                uncovered += week(want, needed, stock, 0).uncovered().longValueExact();
                needed += want;
            }
            assertThat(uncovered).isEqualTo(Math.max(0, needed - stock));
        }
    }

    @Test
    void a_need_that_grows_in_an_earlier_week_never_leaves_more_to_a_later_one() {
        Random random = new Random(19);
        for (int history = 0; history < HISTORIES; history++) {
            long earlier = random.nextInt(100);
            long more = random.nextInt(50);
            long stock = random.nextInt(200);
            long committed = random.nextInt(50);
            long want = random.nextInt(100);
            assertThat(week(want, earlier + more, stock, committed).stock())
                    .isLessThanOrEqualTo(week(want, earlier, stock, committed).stock());
            assertThat(week(want, earlier + more, stock, committed).uncovered())
                    .isGreaterThanOrEqualTo(
                            week(want, earlier, stock, committed).uncovered());
        }
    }

    @Test
    void what_is_reserved_for_a_later_week_is_not_shown_to_an_earlier_one_and_covers_the_later() {
        // 80 in stock; 80 ordered for the later week and reserved, then 30 for the earlier one
        assertThat(stock(80, new long[] {0, 0, 80}, 0)).isZero();
        assertThat(stock(80, new long[] {80, 0, 0}, 30)).isEqualByComparingTo("80");
        // 80 in stock; 50 ordered for the first week, 30 forecast for the second, 40 ordered for the third
        assertThat(stock(80, new long[] {50, 0, 30}, 0)).isEqualByComparingTo("50");
        assertThat(stock(80, new long[] {0, 50, 30}, 50)).isZero();
        assertThat(stock(80, new long[] {30, 50, 0}, 80)).isEqualByComparingTo("30");
    }

    @Test
    void whatever_is_reserved_no_unit_of_stock_is_shown_to_two_weeks() {
        Random random = new Random(20);
        for (int history = 0; history < HISTORIES; history++) {
            List<Long> wants = wants(random);
            long certified = random.nextInt(200);
            List<Long> reserved =
                    wants.stream().map(want -> random.nextLong(want + 1)).toList();
            long all = reserved.stream().mapToLong(Long::longValue).sum();
            long needed = 0;
            long earlier = 0;
            long served = 0;
            for (int week = 0; week < wants.size(); week++) {
                long own = reserved.get(week);
                long shown = stock(certified, new long[] {own, earlier, all - earlier - own}, needed)
                        .longValueExact();
                assertThat(shown).isGreaterThanOrEqualTo(Math.min(own, Math.max(0, certified - earlier)));
                served += Math.min(wants.get(week), shown);
                needed += wants.get(week);
                earlier += own;
            }
            assertThat(served).isEqualTo(Math.min(certified, needed));
        }
    }

    private static List<Long> wants(Random random) {
        List<Long> wants = new ArrayList<>();
        for (int week = 0; week < 1 + random.nextInt(8); week++) {
            wants.add((long) random.nextInt(80));
        }
        return wants;
    }

    private static NetRequirement.Week week(long wanted, long earlier, long stock, long committed) {
        return NetRequirement.of(
                BigDecimal.valueOf(wanted), stock(stock, new long[] {0, 0, 0}, earlier), BigDecimal.valueOf(committed));
    }

    /** @param reserved for the week, for earlier weeks and for later ones */
    private static BigDecimal stock(long certified, long[] reserved, long earlier) {
        return StockOfWeek.of(
                BigDecimal.valueOf(certified),
                new StockOfWeek.Reserved(
                        BigDecimal.valueOf(reserved[0]),
                        BigDecimal.valueOf(reserved[1]),
                        BigDecimal.valueOf(reserved[2])),
                BigDecimal.valueOf(earlier));
    }
}
