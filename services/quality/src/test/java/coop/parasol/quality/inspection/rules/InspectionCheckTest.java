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
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an inspection has to say before the plans may decide, and what is made of two of them. */
class InspectionCheckTest {

    private static final Map<DefectClass, Integer> NONE =
            Map.of(DefectClass.CRITICAL, 0, DefectClass.MAJOR, 0, DefectClass.MINOR, 0);
    private static final GradeRule BY_MAJOR_DEFECTS = new GradeRule("A", null, DefectClass.MAJOR, null, null, 0);
    private static final GradeRule BY_WEIGHT = new GradeRule("A", "weight", null, new BigDecimal("2"), null, 0);

    @Test
    void counts_are_of_all_units_of_the_largest_plan() {
        assertThat(code(check(1), counts(13, NONE, "A"))).isNull();
        for (Integer inspected : new Integer[] {null, 12, 14, 0}) {
            assertThat(code(check(1), counts(inspected, NONE, "A"))).isEqualTo("sample-size-mismatch");
        }
    }

    @Test
    void an_inspection_of_an_older_larger_plan_is_told_what_has_changed() {
        InspectionCheck check = check(standard(1, List.of("A", "B")), 20);

        assertThat(check.incomplete(counts(20, NONE, "A")).orElseThrow().detail())
                .contains("13 units since the plan was changed from 20 units;");
        assertThat(check.incomplete(counts(19, NONE, "A")).orElseThrow().detail())
                .doesNotContain("since");
        assertThat(check.incomplete(counts(null, NONE, "A")).orElseThrow().detail())
                .doesNotContain("since");
    }

    @Test
    void every_class_of_the_plan_has_to_be_answered() {
        InspectionError error = check(1).incomplete(
                        counts(13, Map.of(DefectClass.CRITICAL, 0, DefectClass.MAJOR, 0), "A"))
                .orElseThrow();

        assertThat(error.code()).isEqualTo("defect-class-unanswered");
        assertThat(error.field()).isEqualTo("defectives.MINOR");
        assertThat(code(check(1), counts(13, null, "A"))).isEqualTo("findings-missing");
    }

    @Test
    void a_count_is_between_nothing_and_the_units_of_its_plan() {
        assertThat(impossible(DefectClass.MAJOR, 0)).isNull();
        assertThat(impossible(DefectClass.MAJOR, 8)).isNull();
        assertThat(impossible(DefectClass.MAJOR, 9)).isEqualTo("count-out-of-range");
        assertThat(impossible(DefectClass.MAJOR, -1)).isEqualTo("count-out-of-range");
    }

    @Test
    void critical_defects_count_on_every_unit_of_the_largest_plan() {
        assertThat(impossible(DefectClass.CRITICAL, 13)).isNull();
        assertThat(impossible(DefectClass.CRITICAL, 14)).isEqualTo("count-out-of-range");
    }

    @Test
    void above_AQL_10_a_unit_may_have_a_thousand_defects() {
        assertThat(impossible(DefectClass.MINOR, 13_000)).isNull();
        assertThat(impossible(DefectClass.MINOR, 13_001)).isEqualTo("count-out-of-range");
    }

    @Test
    void a_class_without_an_AQL_is_not_counted() {
        InspectionCheck majorAlone =
                new InspectionCheck(standard(1, List.of("A")), plans().subList(1, 2), units(8), List.of(), 8);

        assertThat(majorAlone.impossible(counts(8, Map.of(DefectClass.MINOR, 0), null)))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("unknown-defect-class"));
    }

    @Test
    void results_and_counts_are_not_sent_together() {
        InspectionContent both = new InspectionContent(13, NONE, List.of(), "A", null);

        assertThat(check(1).impossible(both))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("results-and-counts"));
    }

    @Test
    void a_draft_may_be_unfinished_but_not_impossible() {
        InspectionCheck check = check(1);

        assertThat(check.impossible(new InspectionContent(null, null, null, null, null)))
                .isEmpty();
        assertThat(check.impossible(results(List.of(unit(1, "2.0")), null))).isEmpty();
        assertThat(check.impossible(results(List.of(unit(14, "2.0")), null)))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("unit-not-in-sample"));
        assertThat(check.incomplete(results(List.of(unit(1, "2.0")), "A")))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("unit-missing"));
    }

    @Test
    void two_auditors_and_grade_rules_of_characteristics_ask_for_results_unit_by_unit() {
        InspectionContent counts = counts(13, NONE, null);

        assertThat(code(check(2), counts)).isEqualTo("unit-results-required");
        assertThat(code(check(standard(1, List.of("A", "B"), BY_WEIGHT), 13), counts))
                .isEqualTo("unit-results-required");
        assertThat(code(check(standard(1, List.of("A", "B"), BY_MAJOR_DEFECTS), 13), counts))
                .isNull();
    }

    @Test
    void where_the_standard_has_no_rules_for_it_the_auditor_names_one_of_its_grades() {
        assertThat(code(check(1), counts(13, NONE, null))).isEqualTo("grade-missing");
        assertThat(code(check(1), counts(13, NONE, "C"))).isEqualTo("unknown-grade");
        assertThat(code(check(standard(1, List.of("A")), 13), counts(13, NONE, null)))
                .as("there is one grade only")
                .isNull();
    }

    @Test
    void where_the_standard_has_rules_for_it_the_grade_is_left_out() {
        assertThat(code(check(standard(1, List.of("A", "B"), BY_MAJOR_DEFECTS), 13), counts(13, NONE, "A")))
                .isEqualTo("grade-not-allowed");
    }

    @Test
    void of_two_inspections_by_counts_the_larger_count_of_each_class_and_the_worse_grade_hold() {
        InspectionCheck.Findings found = check(1).findings(List.of(
                counts(13, Map.of(DefectClass.CRITICAL, 0, DefectClass.MAJOR, 2, DefectClass.MINOR, 1), "B"),
                counts(13, Map.of(DefectClass.CRITICAL, 0, DefectClass.MAJOR, 1, DefectClass.MINOR, 3), "A")));

        assertThat(found.counts())
                .isEqualTo(Map.of(DefectClass.CRITICAL, 0, DefectClass.MAJOR, 2, DefectClass.MINOR, 3));
        assertThat(found.defects()).as("without classes that have none").isEqualTo(Map.of("MAJOR", 2, "MINOR", 3));
        assertThat(found.nonconformingUnits()).isEmpty();
        assertThat(found.grade()).isEqualTo("B");
    }

    @Test
    void what_counts_and_results_say_together_decides() {
        InspectionCheck.Findings found = check(1).findings(List.of(
                counts(13, Map.of(DefectClass.CRITICAL, 1, DefectClass.MAJOR, 0, DefectClass.MINOR, 0), null),
                results(List.of(unit(3, "0.5"), unit(4, "2.0")), "A")));

        assertThat(found.counts())
                .isEqualTo(Map.of(DefectClass.CRITICAL, 1, DefectClass.MAJOR, 1, DefectClass.MINOR, 0));
        assertThat(found.defects()).isEqualTo(Map.of("CRITICAL", 1, "weight", 1));
        assertThat(found.nonconformingUnits()).containsExactly(3L);
        assertThat(found.grade()).as("a grade that was not sent is the best").isEqualTo("A");
    }

    @Test
    void rules_of_the_standard_grade_by_counts_and_by_results() {
        InspectionCheck check = check(standard(1, List.of("A", "B"), BY_MAJOR_DEFECTS), 13);

        assertThat(check.findings(List.of(counts(13, NONE, null))).grade()).isEqualTo("A");
        assertThat(check.findings(List.of(counts(13, Map.of(DefectClass.MAJOR, 1), null)))
                        .grade())
                .isEqualTo("B");
        assertThat(check.findings(List.of(results(List.of(unit(3, "0.5")), null)))
                        .grade())
                .isEqualTo("B");
    }

    private static @Nullable String impossible(DefectClass defectClass, int count) {
        return check(1).impossible(counts(13, Map.of(defectClass, count), null))
                .map(InspectionError::code)
                .orElse(null);
    }

    private static @Nullable String code(InspectionCheck check, InspectionContent content) {
        return check.incomplete(content).map(InspectionError::code).orElse(null);
    }

    private static InspectionContent counts(
            @Nullable Integer inspected, @Nullable Map<DefectClass, Integer> counts, @Nullable String grade) {
        return new InspectionContent(inspected, counts, null, grade, null);
    }

    private static InspectionContent results(List<UnitResult> results, @Nullable String grade) {
        return new InspectionContent(null, null, results, grade, null);
    }

    private static UnitResult unit(long number, String weight) {
        return new UnitResult(number, Map.of("weight", new BigDecimal(weight)), Map.of());
    }

    private static InspectionCheck check(int auditors) {
        return check(standard(auditors, List.of("A", "B")), 13);
    }

    /** @param drawn units of the largest plan there ever was */
    private static InspectionCheck check(Specification standard, int drawn) {
        return new InspectionCheck(standard, plans(), units(13), units(drawn), 13);
    }

    private static List<SamplingPlan> plans() {
        return List.of(
                new SamplingPlan(DefectClass.CRITICAL, new BigDecimal("0.65"), 'E', 5, 0, 1, Severity.NORMAL),
                new SamplingPlan(DefectClass.MAJOR, new BigDecimal("1.0"), 'E', 8, 0, 1, Severity.NORMAL),
                new SamplingPlan(DefectClass.MINOR, new BigDecimal("15"), 'E', 13, 5, 6, Severity.NORMAL));
    }

    private static List<Long> units(int number) {
        return LongStream.rangeClosed(1, number).boxed().toList();
    }

    private static Specification standard(int auditors, List<String> grades, GradeRule... rules) {
        return new Specification(
                "Vase",
                "C62",
                null,
                List.of(
                        new Characteristic(
                                "weight",
                                CharacteristicKind.VARIABLE,
                                DefectClass.MAJOR,
                                "GRM",
                                new BigDecimal("1.0"),
                                null),
                        new Characteristic(
                                "crack", CharacteristicKind.ATTRIBUTE, DefectClass.CRITICAL, null, null, null),
                        new Characteristic("stain", CharacteristicKind.ATTRIBUTE, DefectClass.MINOR, null, null, null)),
                Map.of(
                        DefectClass.CRITICAL,
                        new BigDecimal("0.65"),
                        DefectClass.MAJOR,
                        new BigDecimal("1.0"),
                        DefectClass.MINOR,
                        new BigDecimal("15")),
                "II",
                Map.of(),
                grades,
                List.of(rules),
                null,
                auditors,
                false,
                Severity.TIGHTENED);
    }
}
