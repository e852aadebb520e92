package coop.parasol.membership.books.close.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.books.close.rules.PeriodRules.Allowed;
import coop.parasol.membership.books.close.rules.PeriodRules.Outcome;
import coop.parasol.membership.books.close.rules.PeriodRules.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a financial period may be opened, closed and its patronage capital revolved. */
class PeriodRulesTest {

    private static final LocalDate TODAY = day("2026-11-28");

    @Test
    void the_first_period_begins_where_the_books_begin_or_before() {
        LocalDate booked = day("2026-04-01");

        assertThat(open(null, "2027-03-31", null, booked)).isEqualTo(new Allowed(booked));
        assertThat(open("2026-03-01", "2027-03-31", null, booked)).isEqualTo(new Allowed(day("2026-03-01")));
        assertThat(refusal(open("2026-04-02", "2027-03-31", null, booked))).isEqualTo("not-consecutive firstDay");
        assertThat(open(null, "2026-12-31", null, null)).as("nothing is booked").isEqualTo(new Allowed(TODAY));
    }

    @Test
    void periods_follow_one_another_without_gap_or_overlap() {
        LocalDate end = day("2026-03-31");

        assertThat(open(null, "2027-03-31", end, day("2025-04-01"))).isEqualTo(new Allowed(day("2026-04-01")));
        assertThat(open("2026-04-01", "2027-03-31", end, null)).isEqualTo(new Allowed(day("2026-04-01")));
        assertThat(refusal(open("2026-03-31", "2027-03-31", end, null))).isEqualTo("not-consecutive firstDay");
        assertThat(refusal(open("2026-04-02", "2027-03-31", end, null))).isEqualTo("not-consecutive firstDay");
    }

    @Test
    void a_period_lasts_from_a_day_to_eighteen_months() {
        LocalDate end = day("2026-03-31");

        assertThat(open(null, "2026-04-01", end, null)).isInstanceOf(Allowed.class);
        assertThat(open(null, "2027-10-01", end, null)).isInstanceOf(Allowed.class);
        assertThat(refusal(open(null, "2026-03-31", end, null))).isEqualTo("bad-length lastDay");
        assertThat(refusal(open(null, "2027-10-02", end, null))).isEqualTo("bad-length lastDay");
    }

    @Test
    void a_period_is_closed_when_it_is_over() {
        assertThat(close("2026-11-27", null, 0)).isEqualTo(new Allowed(day("2026-04-01")));
        assertThat(refusal(close("2026-11-28", null, 0))).isEqualTo("not-over null");
        assertThat(refusal(close("2026-11-29", null, 0))).isEqualTo("not-over null");
    }

    @Test
    void a_limited_return_is_within_what_the_yearly_cap_leaves() {
        assertThat(close("2026-11-27", 600, 600)).isInstanceOf(Allowed.class);
        assertThat(refusal(close("2026-11-27", 601, 600))).isEqualTo("limited-return-above-cap limitedReturnRate");
    }

    @Test
    void capital_revolves_when_it_is_due_and_the_oldest_first() {
        LocalDate first = day("2021-04-01");

        assertThat(PeriodRules.revolve(first, TODAY, false, TODAY)).isEqualTo(new Allowed(first));
        assertThat(refusal(PeriodRules.revolve(first, TODAY.plusDays(1), false, TODAY)))
                .isEqualTo("not-due null");
        assertThat(refusal(PeriodRules.revolve(first, TODAY, true, TODAY))).isEqualTo("oldest-first null");
    }

    private static Outcome open(
            @Nullable String first, String last, @Nullable LocalDate lastEnd, @Nullable LocalDate firstBooked) {
        return PeriodRules.open(first == null ? null : day(first), day(last), lastEnd, firstBooked, TODAY);
    }

    private static Outcome close(String lastDay, @Nullable Integer decided, int maxReturn) {
        return PeriodRules.close(day("2026-04-01"), day(lastDay), decided, maxReturn, TODAY);
    }

    private static String refusal(Outcome outcome) {
        return switch (outcome) {
            case Refused refused -> refused.code() + " " + refused.field();
            case Allowed allowed -> allowed.toString();
        };
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
