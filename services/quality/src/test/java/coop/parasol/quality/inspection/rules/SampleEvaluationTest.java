package coop.parasol.quality.inspection.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.standard.rules.GradeRule;
import coop.parasol.quality.standard.rules.Specification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Variables are judged by the limits, attributes counted, and the grade is given by the results. */
class SampleEvaluationTest {

    private static final Specification LAMP = new Specification(
            "Lamp",
            "C62",
            null,
            List.of(
                    new Characteristic(
                            "weight",
                            CharacteristicKind.VARIABLE,
                            DefectClass.MAJOR,
                            "GRM",
                            new BigDecimal("480"),
                            new BigDecimal("560")),
                    new Characteristic("polish", CharacteristicKind.ATTRIBUTE, DefectClass.MINOR, null, null, null)),
            Map.of(DefectClass.MAJOR, new BigDecimal("1.0"), DefectClass.MINOR, new BigDecimal("15")),
            "II",
            Map.of(),
            List.of("A", "B"),
            List.of(
                    new GradeRule("A", "weight", null, new BigDecimal("500"), new BigDecimal("540"), 1),
                    new GradeRule("A", null, DefectClass.MINOR, null, null, 2)),
            null,
            1,
            false,
            Severity.TIGHTENED);

    /** Major looks at the first two units drawn, minor at all three and counts defects. */
    private static final SampleEvaluation SAMPLE = new SampleEvaluation(
            LAMP,
            List.of(
                    new SamplingPlan(DefectClass.MAJOR, new BigDecimal("1.0"), 'A', 2, 0, 1, Severity.NORMAL),
                    new SamplingPlan(DefectClass.MINOR, new BigDecimal("15"), 'B', 3, 1, 2, Severity.NORMAL)),
            List.of(9L, 4L, 7L),
            List.of());

    @Test
    void a_value_outside_the_limits_makes_its_unit_defective_and_one_on_them_does_not() {
        assertThat(count(unit(9, "480", 0), unit(4, "560", 0), unit(7, "520", 0))
                        .counts())
                .containsEntry(DefectClass.MAJOR, 0);
        assertThat(count(unit(9, "479.9", 0), unit(4, "560.1", 0), unit(7, "520", 0))
                        .counts())
                .containsEntry(DefectClass.MAJOR, 2);
    }

    @Test
    void the_sample_of_a_class_with_a_smaller_plan_is_the_first_units_only() {
        assertThat(count(unit(9, "520", 0), unit(4, "520", 0), unit(7, "1", 0)).counts())
                .containsEntry(DefectClass.MAJOR, 0);
    }

    @Test
    void above_AQL_10_every_defect_counts() {
        SampleEvaluation.Evaluation counted = count(unit(9, "520", 3), unit(4, "520", 0), unit(7, "520", 2));

        assertThat(counted.counts()).containsEntry(DefectClass.MINOR, 5);
        assertThat(counted.defects()).containsExactly(Map.entry("polish", 5));
    }

    @Test
    void of_two_auditors_a_unit_is_defective_if_either_says_so() {
        SampleEvaluation.Evaluation counted = SAMPLE.evaluate(List.of(
                List.of(unit(9, "470", 1), unit(4, "520", 0), unit(7, "520", 0)),
                List.of(unit(9, "520", 2), unit(4, "570", 0), unit(7, "520", 1))));

        assertThat(counted.counts()).containsEntry(DefectClass.MAJOR, 2).containsEntry(DefectClass.MINOR, 3);
    }

    @Test
    void the_best_grade_all_of_whose_rules_are_kept_is_given() {
        assertThat(count(unit(9, "520", 0), unit(4, "490", 2), unit(7, "520", 0))
                        .grade())
                .as("one unit outside is allowed")
                .isEqualTo("A");
        assertThat(count(unit(9, "545", 0), unit(4, "490", 0), unit(7, "520", 0))
                        .grade())
                .isEqualTo("B");
        assertThat(count(unit(9, "520", 0), unit(4, "520", 3), unit(7, "520", 0))
                        .grade())
                .isEqualTo("B");
    }

    @Test
    void results_name_drawn_units_once_and_what_the_standard_knows() {
        assertThat(code(unit(8, "520", 0))).isEqualTo("unit-not-in-sample");
        assertThat(code(unit(9, "520", 0), unit(9, "520", 0))).isEqualTo("duplicate");
        assertThat(code(new UnitResult(9, Map.of("polish", BigDecimal.ONE), Map.of())))
                .isEqualTo("unknown-variable");
        assertThat(code(new UnitResult(9, Map.of(), Map.of("weight", 1)))).isEqualTo("unknown-attribute");
        assertThat(SAMPLE.impossible(List.of(unit(7, "520", 1)))).isEmpty();
    }

    @Test
    void a_decision_needs_every_unit_and_every_value_in_the_sample_of_its_class() {
        assertThat(missing(unit(9, "520", 0), unit(4, "520", 0))).isEqualTo("unit-missing");
        assertThat(missing(new UnitResult(9, Map.of(), Map.of()), unit(4, "520", 0), unit(7, "520", 0)))
                .isEqualTo("value-missing");
        assertThat(SAMPLE.missing(List.of(unit(9, "520", 0), unit(4, "520", 0), new UnitResult(7, Map.of(), Map.of()))))
                .isEmpty();
    }

    private static SampleEvaluation.Evaluation count(UnitResult... results) {
        return SAMPLE.evaluate(List.of(List.of(results)));
    }

    private static String code(UnitResult... results) {
        return SAMPLE.impossible(List.of(results)).orElseThrow().code();
    }

    private static String missing(UnitResult... results) {
        return SAMPLE.missing(List.of(results)).orElseThrow().code();
    }

    private static UnitResult unit(long unit, String weight, int scratches) {
        return new UnitResult(
                unit,
                Map.of("weight", new BigDecimal(weight)),
                scratches == 0 ? Map.of() : Map.of("polish", scratches));
    }

    @Test
    void a_grade_is_judged_by_its_own_rules_and_not_by_those_of_another() {
        SampleEvaluation three = new SampleEvaluation(
                new Specification(
                        "Lamp",
                        "C62",
                        null,
                        LAMP.characteristics(),
                        LAMP.aql(),
                        "II",
                        Map.of(),
                        List.of("A", "B", "C"),
                        List.of(
                                new GradeRule("A", null, DefectClass.MAJOR, null, null, 5),
                                new GradeRule("B", null, DefectClass.MINOR, null, null, 0)),
                        null,
                        1,
                        false,
                        Severity.TIGHTENED),
                List.of(),
                List.of(),
                List.of());

        assertThat(three.gradeByCounts(Map.of(DefectClass.MAJOR, 5, DefectClass.MINOR, 1)))
                .isEqualTo("A");
        assertThat(three.gradeByCounts(Map.of(DefectClass.MAJOR, 6, DefectClass.MINOR, 0)))
                .isEqualTo("B");
        assertThat(three.gradeByCounts(Map.of(DefectClass.MAJOR, 6, DefectClass.MINOR, 1)))
                .as("the last grade has no rules")
                .isEqualTo("C");
    }
}
