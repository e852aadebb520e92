package coop.parasol.production.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A batch was made on a day that is not in the future and not too long ago. */
class ProductionDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void today_and_tomorrow_are_possible_and_the_day_after_is_not() {
        assertThat(ProductionDate.isPossible(TODAY, TODAY)).isTrue();
        assertThat(ProductionDate.isPossible(TODAY.plusDays(1), TODAY)).isTrue();
        assertThat(ProductionDate.isPossible(TODAY.plusDays(2), TODAY)).isFalse();
    }

    @Test
    void fifty_years_ago_is_possible_and_the_day_before_is_not() {
        assertThat(ProductionDate.isPossible(LocalDate.of(1976, 11, 28), TODAY)).isTrue();
        assertThat(ProductionDate.isPossible(LocalDate.of(1976, 11, 27), TODAY)).isFalse();
    }
}
