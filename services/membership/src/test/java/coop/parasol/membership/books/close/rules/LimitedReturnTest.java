package coop.parasol.membership.books.close.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.books.close.rules.LimitedReturn.Paid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rules.md, section 2: the cap on the limited return is a year's, however many closes the year has. */
class LimitedReturnTest {

    private static final int CAP = 800;

    @ParameterizedTest(name = "{0} to {1}: {2} of 800 basis points")
    @CsvSource({
        "2026-01-01, 2026-12-31, 800",
        "2026-01-01, 2026-03-31, 800",
        "2026-01-01, 2026-01-01, 800",
        "2028-01-01, 2028-12-31, 800",
        "2026-01-01, 2027-06-30, 1196",
        "2026-01-01, 2027-12-31, 1600",
    })
    void the_first_close_has_a_years_cap_and_a_longer_period_more_in_proportion(
            LocalDate firstDay, LocalDate lastDay, int left) {
        assertThat(LimitedReturn.max(firstDay, lastDay, CAP, List.of())).isEqualTo(left);
    }

    @ParameterizedTest(name = "after {0} in the first quarter {1} are left for the second")
    @CsvSource({"0, 800", "200, 600", "799, 1", "800, 0"})
    void what_a_quarter_has_paid_the_next_cannot(int paid, int left) {
        List<Paid> before = List.of(new Paid(day(1, 1), day(3, 31), paid));

        assertThat(LimitedReturn.max(day(4, 1), day(6, 30), CAP, before)).isEqualTo(left);
    }

    @Test
    void four_quarters_at_their_maximum_pay_a_years_cap() {
        List<Paid> closes = new ArrayList<>();
        for (int quarter = 0; quarter < 8; quarter++) {
            LocalDate first = day(1, 1).plusMonths(3L * quarter);
            LocalDate last = first.plusMonths(3).minusDays(1);
            closes.add(new Paid(first, last, LimitedReturn.max(first, last, CAP, closes)));
        }

        assertThat(closes.stream().limit(4).mapToInt(Paid::basisPoints).sum()).isEqualTo(CAP);
        assertThat(closes.stream().skip(4).mapToInt(Paid::basisPoints).sum()).isEqualTo(CAP);
    }

    @Test
    void a_close_of_which_a_part_is_older_than_twelve_months_counts_in_proportion() {
        List<Paid> year = List.of(new Paid(day(1, 1), day(12, 31), CAP));

        assertThat(LimitedReturn.max(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31), CAP, year))
                .as("90 of 365 days, rounded down")
                .isEqualTo(197);
        assertThat(LimitedReturn.max(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), CAP, year))
                .isEqualTo(CAP);
    }

    @Test
    void a_lowered_cap_leaves_nothing_and_never_less() {
        List<Paid> before = List.of(new Paid(day(1, 1), day(6, 30), CAP));

        assertThat(LimitedReturn.max(day(7, 1), day(12, 31), 300, before)).isZero();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
