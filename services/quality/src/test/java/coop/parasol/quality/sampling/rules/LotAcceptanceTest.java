package coop.parasol.quality.sampling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Acceptance is decided by the plan, not by the auditor. */
class LotAcceptanceTest {

    private static final List<SamplingPlan> PLANS = List.of(
            new SamplingPlan(DefectClass.CRITICAL, new BigDecimal("0.10"), 'K', 125, 0, 1, Severity.NORMAL),
            new SamplingPlan(DefectClass.MAJOR, new BigDecimal("1.0"), 'J', 80, 2, 3, Severity.NORMAL));

    @Test
    void a_lot_is_accepted_up_to_the_acceptance_number() {
        assertThat(LotAcceptance.decide(PLANS, Map.of(DefectClass.MAJOR, 2))).isEqualTo(new LotAcceptance.Accepted());
        assertThat(LotAcceptance.decide(PLANS, Map.of())).isEqualTo(new LotAcceptance.Accepted());
    }

    @Test
    void a_lot_is_rejected_from_the_rejection_number_on_with_the_numbers_in_the_reason() {
        LotAcceptance.Outcome outcome = LotAcceptance.decide(PLANS, Map.of(DefectClass.MAJOR, 3));

        assertThat(outcome)
                .isEqualTo(new LotAcceptance.Rejected(List.of(new RejectedClass(DefectClass.MAJOR, 3, 80, 2, false))));
        assertThat(((LotAcceptance.Rejected) outcome).reason())
                .isEqualTo("MAJOR: 3 defective in 80 units, at most 2 accepted");
    }

    @Test
    void one_critical_defect_rejects() {
        assertThat(LotAcceptance.decide(PLANS, Map.of(DefectClass.CRITICAL, 1)))
                .isInstanceOf(LotAcceptance.Rejected.class);
    }

    @Test
    void between_acceptance_and_rejection_of_reduced_inspection_the_lot_is_accepted_and_normal_inspection_comes_back() {
        SamplingPlan reduced =
                new SamplingPlan(DefectClass.MAJOR, new BigDecimal("1.0"), 'J', 32, 1, 3, Severity.REDUCED);

        assertThat(LotAcceptance.decide(List.of(reduced), Map.of(DefectClass.MAJOR, 2)))
                .isEqualTo(new LotAcceptance.Accepted());
        assertThat(List.of(1, 2, 3).stream()
                        .map(found -> LotAcceptance.decide(reduced, Map.of(DefectClass.MAJOR, found))))
                .containsExactly(
                        LotAcceptance.ClassOutcome.ACCEPTED,
                        LotAcceptance.ClassOutcome.ACCEPTED_IN_GAP,
                        LotAcceptance.ClassOutcome.REJECTED);
    }
}
