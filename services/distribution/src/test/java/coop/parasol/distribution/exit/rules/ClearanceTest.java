package coop.parasol.distribution.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cleared: the exit is binding, every batch that was certified has become stock, and what was chosen is done. */
class ClearanceTest {

    @Test
    void a_member_is_cleared_when_what_it_takes_back_is_gone_and_its_offers_are_decided_whatever_stays_unsold() {
        assertThat(Clearance.isCleared(true, 2L, 2, 0)).isTrue();
        assertThat(Clearance.isCleared(true, 0L, 0, 0)).isTrue();
        assertThat(Clearance.isCleared(true, 2L, 2, 1)).isFalse();
    }

    @Test
    void not_before_the_exit_is_binding_nor_before_quality_has_spoken_nor_before_all_is_stocked() {
        assertThat(Clearance.isCleared(false, 2L, 2, 0)).isFalse();
        assertThat(Clearance.isCleared(true, null, 2, 0)).isFalse();
        assertThat(Clearance.isCleared(true, 2L, 1, 0)).isFalse();
    }
}
