package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.exit.rules.PaymentForecast.Claim;
import coop.parasol.membership.exit.rules.PaymentForecast.Expected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A cap per year on redemptions queues exits first come first served; it never refuses one. */
class RedemptionCapTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void the_cap_is_a_part_of_the_equity_with_unpaid_settlements_counted_in() {
        assertThat(RedemptionCap.of(900_000, 100_000, 1_000)).isEqualTo(100_000);
        assertThat(RedemptionCap.of(0, 100_000, 1_000)).isEqualTo(10_000);
    }

    @Test
    void all_of_the_equity_is_no_cap() {
        assertThat(RedemptionCap.of(1, 0, 10_000)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_cap_is_never_nothing() {
        assertThat(RedemptionCap.of(0, 0, 500)).isOne();
        assertThat(RedemptionCap.of(-5_000, 0, 500)).isOne();
    }

    @Test
    void what_is_above_the_cap_waits_for_the_next_year() {
        assertThat(RedemptionCap.payableNow(500, 1_000, 0)).isEqualTo(500);
        assertThat(RedemptionCap.payableNow(500, 1_000, 700)).isEqualTo(300);
        assertThat(RedemptionCap.payableNow(500, 1_000, 1_000)).isZero();
        assertThat(RedemptionCap.payableNow(500, 900, 1_000)).isZero();
        assertThat(RedemptionCap.nextYear(TODAY)).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void a_settlement_larger_than_a_years_cap_is_paid_over_the_years() {
        List<Expected> expected = PaymentForecast.of(List.of(mine(0, 2_500, TODAY)), 1_000, 400, TODAY);

        assertThat(expected)
                .containsExactly(
                        new Expected(TODAY, 600),
                        new Expected(LocalDate.of(2027, 1, 1), 1_000),
                        new Expected(LocalDate.of(2028, 1, 1), 900));
    }

    @Test
    void who_asked_first_is_paid_first() {
        List<Claim> claims =
                List.of(mine(1, 700, TODAY), new Claim(0, 800, TODAY, false), new Claim(2, 900, TODAY, false));

        assertThat(PaymentForecast.of(claims, 1_000, 0, TODAY))
                .containsExactly(new Expected(TODAY, 200), new Expected(LocalDate.of(2027, 1, 1), 500));
    }

    @Test
    void whoever_finds_the_years_cap_used_up_is_paid_in_the_next() {
        assertThat(PaymentForecast.of(List.of(mine(0, 300, TODAY)), 1_000, 1_000, TODAY))
                .containsExactly(new Expected(LocalDate.of(2027, 1, 1), 300));
    }

    @Test
    void what_is_not_due_yet_uses_nothing_of_the_cap() {
        List<Claim> claims = List.of(new Claim(0, 1_000, TODAY.plusYears(1), false), mine(1, 1_000, TODAY));

        assertThat(PaymentForecast.of(claims, 1_000, 0, TODAY)).containsExactly(new Expected(TODAY, 1_000));
    }

    @Test
    void a_cap_delays_but_never_refuses() {
        Random random = new Random(7);
        for (int history = 0; history < 500; history++) {
            List<Claim> claims = new ArrayList<>();
            long mine = 0;
            for (int place = 0; place < 12; place++) {
                Claim claim = new Claim(
                        place, 1 + random.nextInt(5_000), TODAY.plusDays(random.nextInt(900)), random.nextBoolean());
                mine += claim.mine() ? claim.amount() : 0;
                claims.add(claim);
            }
            long cap = 500L + random.nextInt(5_000);

            List<Expected> expected = PaymentForecast.of(claims, cap, random.nextInt(5_000), TODAY);

            assertThat(expected.stream().mapToLong(Expected::amount).sum()).isEqualTo(mine);
            for (int year = 2027; year < 2200; year++) {
                int one = year;
                assertThat(expected.stream()
                                .filter(part -> part.on().getYear() == one)
                                .mapToLong(Expected::amount)
                                .sum())
                        .isLessThanOrEqualTo(cap);
            }
        }
    }

    private static Claim mine(int place, long amount, LocalDate dueOn) {
        return new Claim(place, amount, dueOn, true);
    }
}
