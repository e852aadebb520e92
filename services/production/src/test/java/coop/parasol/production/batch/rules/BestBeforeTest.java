package coop.parasol.production.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Goods are sold until the day their producer states, and not longer than the standard allows. */
class BestBeforeTest {

    private static final LocalDate MADE = LocalDate.of(2026, 2, 27);

    @Test
    void the_latest_day_the_standard_allows_unless_the_producer_states_an_earlier_one() {
        assertThat(BestBefore.decide(MADE, null, 3)).contains(new BestBefore.Outcome(LocalDate.of(2026, 3, 2)));
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 3, 1), 3))
                .contains(new BestBefore.Outcome(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void not_later_than_the_standard_allows_and_not_before_the_day_of_making() {
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 3, 3), 3)).isEmpty();
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 2, 26), 3)).isEmpty();
        assertThat(BestBefore.decide(MADE, LocalDate.of(2026, 2, 26), null)).isEmpty();
    }

    @Test
    void goods_that_do_not_age_have_no_date() {
        assertThat(BestBefore.decide(MADE, null, null)).contains(new BestBefore.Outcome(null));
        assertThat(BestBefore.decide(MADE, MADE, null)).isEmpty();
        assertThat(BestBefore.decide(MADE, LocalDate.MAX, null)).isEmpty();
    }
}
