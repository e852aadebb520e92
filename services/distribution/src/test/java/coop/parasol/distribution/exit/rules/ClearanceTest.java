package coop.parasol.distribution.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Cleared: no unsold consignment, and every batch that was certified has been taken into stock. */
class ClearanceTest {

    @Test
    void nothing_unsold_and_nothing_on_the_way() {
        assertThat(Clearance.isCleared(2L, 2, BigDecimal.ZERO)).isTrue();
        assertThat(Clearance.isCleared(0L, 0, BigDecimal.ZERO)).isTrue();
    }

    @Test
    void not_before_quality_has_spoken_nor_before_all_is_stocked_nor_while_anything_is_unsold() {
        assertThat(Clearance.isCleared(null, 2, BigDecimal.ZERO)).isFalse();
        assertThat(Clearance.isCleared(2L, 1, BigDecimal.ZERO)).isFalse();
        assertThat(Clearance.isCleared(2L, 2, new BigDecimal("0.5"))).isFalse();
    }
}
