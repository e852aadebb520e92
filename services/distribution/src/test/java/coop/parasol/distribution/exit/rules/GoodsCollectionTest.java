package coop.parasol.distribution.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GoodsCollectionTest {

    @Test
    void goods_are_kept_for_the_bylaws_days_from_the_day_on_which_they_may_be_collected() {
        assertThat(GoodsCollection.openUntil(LocalDate.of(2026, 11, 28), 30)).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void an_exit_waits_for_suspended_goods_for_the_bylaws_months_from_its_binding() {
        assertThat(GoodsCollection.suspendedUntil(LocalDate.of(2026, 8, 31), 6)).isEqualTo(LocalDate.of(2027, 2, 28));
    }
}
