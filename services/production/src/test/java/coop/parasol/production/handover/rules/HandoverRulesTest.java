package coop.parasol.production.handover.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Inside the freeze nothing is changed but by handing over (rules.md 5), and only what counts and is not made is handed over. */
class HandoverRulesTest {

    @Test
    void what_counts_and_is_not_made_is_handed_over_and_no_more() {
        assertThat(max(300, 0, 0, 100, 0)).isEqualByComparingTo("100");
        assertThat(max(300, 80, 0, 100, 80)).isEqualByComparingTo("20");
        assertThat(max(300, 150, 0, 100, 150)).isZero();
    }

    @Test
    void what_counts_of_several_commitments_is_handed_over_of_each_as_far_as_it_goes() {
        assertThat(max(60, 20, 0, 100, 20)).isEqualByComparingTo("40");
        assertThat(max(60, 20, 0, 100, 70)).isEqualByComparingTo("30");
    }

    @Test
    void who_has_taken_a_part_of_anothers_commitment_makes_it_itself() {
        assertThat(max(100, 0, 40, 100, 0)).isEqualByComparingTo("60");
        assertThat(max(100, 70, 40, 100, 70)).isEqualByComparingTo("30");
    }

    private static BigDecimal max(long quantity, long reported, long taken, long counts, long reportedOfAll) {
        return HandoverRules.max(
                new HandoverRules.Commitment(
                        BigDecimal.valueOf(quantity), BigDecimal.valueOf(reported), BigDecimal.valueOf(taken)),
                BigDecimal.valueOf(counts),
                BigDecimal.valueOf(reportedOfAll));
    }
}
