package coop.parasol.production.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Goods are sold until the day their producer says, and not longer than the standard allows. */
class BestBeforeTest {

    private static final LocalDate MADE = LocalDate.of(2026, 2, 27);

    @Test
    void the_longest_that_the_standard_allows_unless_the_producer_says_less() {
        assertThat(BestBefore.decide(MADE, null, 3)).contains(new BestBefore.Outcome(LocalDate.of(2026, 3, 2)));
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 3, 1), 3))
                .contains(new BestBefore.Outcome(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void not_longer_than_the_standard_allows_and_not_before_it_was_made() {
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 3, 3), 3)).isEmpty();
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 2, 26), 3)).isEmpty();
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 2, 26), null)).isEmpty();
    }

    @Test
    void not_longer_than_a_hundred_years() {
        LocalDate latest = MADE.plusYears(100);

        assertThat(BestBefore.decide(MADE, latest, null)).contains(new BestBefore.Outcome(latest));
        assertThat(BestBefore.decide(MADE, latest.plusDays(1), null)).isEmpty();
        assertThat(BestBefore.decide(MADE, LocalDate.MAX, null)).isEmpty();
    }

    @Test
    void goods_that_do_not_age_have_a_date_only_if_the_producer_says_one() {
        assertThat(BestBefore.decide(MADE, null, null)).contains(new BestBefore.Outcome(null));
        assertThat(BestBefore.decide(MADE, MADE, null)).contains(new BestBefore.Outcome(MADE));
    }
}
