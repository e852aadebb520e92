package coop.parasol.production.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A batch was made on a day that is not in the future and at most seven days before it is reported. */
class ProductionDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void today_is_possible_and_tomorrow_is_not() {
        assertThat(ProductionDate.isPossible(TODAY, TODAY)).isTrue();
        assertThat(ProductionDate.isPossible(TODAY.plusDays(1), TODAY)).isFalse();
    }

    @Test
    void seven_days_before_the_report_are_possible_and_eight_or_ten_years_are_not() {
        assertThat(ProductionDate.isPossible(LocalDate.of(2026, 11, 21), TODAY)).isTrue();
        assertThat(ProductionDate.isPossible(LocalDate.of(2026, 11, 20), TODAY)).isFalse();
        assertThat(ProductionDate.isPossible(LocalDate.of(2016, 11, 28), TODAY)).isFalse();
    }
}
