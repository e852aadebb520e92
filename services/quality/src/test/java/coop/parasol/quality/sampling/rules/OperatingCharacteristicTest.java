package coop.parasol.quality.sampling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.OperatingCharacteristic.Distribution;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a producer's lot with so many per cent defects faces. */
class OperatingCharacteristicTest {

    /** MIL-STD-105E, table X-J-1: n 80, Ac 2. */
    @Test
    void the_curve_of_code_letter_J_at_AQL_1_has_the_published_points() {
        OperatingCharacteristic curve = curve("1.0", 1000, InspectionLevel.II, Severity.NORMAL);

        assertThat(curve.distribution()).isEqualTo(Distribution.BINOMIAL);
        assertThat(curve.qualityAccepted(0.95)).isCloseTo(1.03, within(0.01));
        assertThat(curve.qualityAccepted(0.50)).isCloseTo(3.33, within(0.01));
        assertThat(curve.qualityAccepted(0.10)).isCloseTo(6.52, within(0.01));
    }

    /** MIL-STD-105E, table X-C-1: n 5, Ac 5, defects per hundred units. */
    @Test
    void published_points_of_code_letter_C_at_AQL_40() {
        OperatingCharacteristic curve = curve("40", 20, InspectionLevel.II, Severity.NORMAL);

        assertThat(curve.distribution()).isEqualTo(Distribution.POISSON);
        assertThat(curve.qualityAccepted(0.95)).isCloseTo(52.3, within(0.1));
        assertThat(curve.qualityAccepted(0.10)).isCloseTo(185, within(1.0));
    }

    /** MIL-STD-105E, tables X-E-1 (n 13, Ac 0) and X-F-1 (n 20, Ac 1). */
    @Test
    void published_points_of_code_letters_E_at_AQL_1_and_F_at_AQL_2_5() {
        OperatingCharacteristic e = curve("1.0", 280, InspectionLevel.I, Severity.NORMAL);
        OperatingCharacteristic f = curve("2.5", 500, InspectionLevel.I, Severity.NORMAL);

        assertThat(e.distribution()).isEqualTo(Distribution.BINOMIAL);
        assertThat(e.qualityAccepted(0.99)).isCloseTo(0.077, within(0.001));
        assertThat(e.qualityAccepted(0.95)).isCloseTo(0.394, within(0.001));
        assertThat(e.qualityAccepted(0.50)).isCloseTo(5.19, within(0.01));
        assertThat(e.qualityAccepted(0.10)).isCloseTo(16.2, within(0.05));
        assertThat(f.distribution()).isEqualTo(Distribution.BINOMIAL);
        assertThat(f.qualityAccepted(0.95)).isCloseTo(1.80, within(0.01));
        assertThat(f.qualityAccepted(0.50)).isCloseTo(8.25, within(0.01));
        assertThat(f.qualityAccepted(0.10)).isCloseTo(18.1, within(0.05));
    }

    /** 13 of 40 drawn, none may be bad: with one bad unit the lot passes if it is among the 27 others. */
    @Test
    void a_small_lot_is_sampled_without_replacement() {
        OperatingCharacteristic curve = curve("1.0", 40, InspectionLevel.II, Severity.NORMAL);

        assertThat(curve.distribution()).isEqualTo(Distribution.HYPERGEOMETRIC);
        assertThat(curve.acceptance(2.5)).isCloseTo(27.0 / 40, within(1e-9));
        assertThat(curve.acceptance(5)).isCloseTo(27.0 / 40 * 26 / 39, within(1e-9));
        assertThat(curve.acceptance(100)).isZero();
    }

    @Test
    void a_lot_in_the_gap_of_reduced_inspection_is_accepted() {
        OperatingCharacteristic curve = curve("1.0", 1000, InspectionLevel.II, Severity.REDUCED);

        assertThat(curve.acceptance(3))
                .as("n 32, Re 3: at most 2")
                .isCloseTo(
                        Math.pow(.97, 32) + 32 * .03 * Math.pow(.97, 31) + 496 * .0009 * Math.pow(.97, 30),
                        within(1e-9));
    }

    @Test
    void the_worse_the_lot_the_less_likely_it_is_accepted() {
        for (BigDecimal aql : Aql.ALL) {
            for (long lot : List.of(1L, 8L, 100L, 1000L, 1_000_000L)) {
                for (Severity severity : Severity.values()) {
                    List<OperatingCharacteristic.Point> points = new OperatingCharacteristic(
                                    SamplingPlan.of(DefectClass.MAJOR, aql, InspectionLevel.II, lot, severity), lot)
                            .curve();

                    assertThat(points.getFirst().acceptance()).isEqualTo(1.0);
                    assertThat(points).hasSizeLessThan(110);
                    for (int i = 1; i < points.size(); i++) {
                        assertThat(points.get(i).acceptance())
                                .isBetween(0.0, points.get(i - 1).acceptance() + 1e-9);
                    }
                }
            }
        }
    }

    @Test
    void a_lot_of_ten_samples_or_more_is_taken_as_endless() {
        SamplingPlan plan = new SamplingPlan(DefectClass.MAJOR, BigDecimal.ONE, 'E', 13, 0, 1, Severity.NORMAL);

        assertThat(new OperatingCharacteristic(plan, 129).distribution()).isEqualTo(Distribution.HYPERGEOMETRIC);
        assertThat(new OperatingCharacteristic(plan, 130).distribution()).isEqualTo(Distribution.BINOMIAL);
    }

    @Test
    void a_curve_ends_where_one_lot_in_a_thousand_is_accepted() {
        List<OperatingCharacteristic.Point> points =
                curve("1.0", 1000, InspectionLevel.II, Severity.NORMAL).curve();

        assertThat(points).hasSize(51);
        assertThat(points.getLast().acceptance()).isCloseTo(0.001, within(1e-6));
        assertThat(points.get(25).quality()).isCloseTo(points.getLast().quality() / 2, within(1e-9));
    }

    /** C(27, 13) / C(40, 13) = 0.00167 with 13 bad ones of 40, C(26, 13) / C(40, 13) = 0.00086 with 14. */
    @Test
    void the_curve_of_a_small_lot_has_whole_units_to_where_fewer_than_one_lot_in_a_thousand_is_accepted() {
        List<OperatingCharacteristic.Point> points =
                curve("1.0", 40, InspectionLevel.II, Severity.NORMAL).curve();

        for (int bad = 0; bad < points.size(); bad++) {
            assertThat(points.get(bad).quality()).isCloseTo(100.0 * bad / 40, within(1e-9));
        }
        assertThat(points.get(13).acceptance()).isCloseTo(0.001667, within(1e-6));
        assertThat(points.get(14).acceptance()).isCloseTo(0.000864, within(1e-6));
        assertThat(points).hasSizeLessThanOrEqualTo(16);
    }

    /** By enumeration: of 4 units 2 are drawn, at most one of which may be bad. */
    @Test
    void the_worst_quality_of_a_small_lot_that_is_still_accepted_is_a_number_of_whole_units() {
        SamplingPlan plan = new SamplingPlan(DefectClass.MAJOR, BigDecimal.ONE, 'A', 2, 1, 2, Severity.NORMAL);
        OperatingCharacteristic curve = new OperatingCharacteristic(plan, 4);

        assertThat(curve.acceptance(25)).isCloseTo(1.0, within(1e-12));
        assertThat(curve.acceptance(50)).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(curve.acceptance(75)).isCloseTo(3.0 / 6, within(1e-12));
        assertThat(curve.acceptance(100)).isCloseTo(0, within(1e-12));
        assertThat(curve.qualityAccepted(0.9)).isEqualTo(25);
        assertThat(curve.qualityAccepted(0.8)).isEqualTo(50);
        assertThat(curve.qualityAccepted(0.45)).isEqualTo(75);
        assertThat(curve.qualityAccepted(0.0)).isEqualTo(100);
    }

    private static OperatingCharacteristic curve(String aql, long lot, InspectionLevel level, Severity severity) {
        return new OperatingCharacteristic(
                SamplingPlan.of(DefectClass.MAJOR, new BigDecimal(aql), level, lot, severity), lot);
    }
}
