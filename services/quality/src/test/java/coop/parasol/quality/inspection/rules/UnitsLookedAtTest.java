package coop.parasol.quality.inspection.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.LotAcceptance;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.standard.rules.Specification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which units count for which defect class, where the classes look at different numbers of units. */
class UnitsLookedAtTest {

    private static final Specification LAMP = new Specification(
            "Lamp",
            "C62",
            null,
            List.of(
                    attribute("live wire", DefectClass.CRITICAL),
                    attribute("dent", DefectClass.MAJOR),
                    attribute("scratch", DefectClass.MINOR)),
            Map.of(
                    DefectClass.CRITICAL,
                    new BigDecimal("0.65"),
                    DefectClass.MAJOR,
                    new BigDecimal("1.0"),
                    DefectClass.MINOR,
                    new BigDecimal("4.0")),
            "II",
            Map.of(),
            List.of("A"),
            List.of(),
            null,
            1,
            false,
            Severity.TIGHTENED);

    /** Critical looks at one unit, major at two, minor at three. */
    private static final List<SamplingPlan> PLANS = List.of(
            new SamplingPlan(DefectClass.CRITICAL, new BigDecimal("0.65"), 'A', 1, 0, 1, Severity.NORMAL),
            new SamplingPlan(DefectClass.MAJOR, new BigDecimal("1.0"), 'A', 2, 0, 1, Severity.NORMAL),
            new SamplingPlan(DefectClass.MINOR, new BigDecimal("4.0"), 'A', 3, 1, 2, Severity.NORMAL));

    private static final InspectionCheck CHECK =
            new InspectionCheck(LAMP, PLANS, List.of(9L, 4L, 7L), List.of(9L, 4L, 7L, 2L), 3);

    @Test
    void a_critical_defect_on_any_unit_looked_at_rejects_the_lot() {
        for (long unit : List.of(9L, 4L, 7L, 2L)) {
            InspectionCheck.Findings findings = found(unit, "live wire");

            assertThat(LotAcceptance.decide(PLANS, findings.counts()))
                    .as("unit " + unit)
                    .isInstanceOf(LotAcceptance.Rejected.class);
        }
    }

    @Test
    void a_defect_beyond_the_units_of_its_class_is_recorded_and_its_unit_is_not_sold() {
        InspectionCheck.Findings findings = found(7, "dent");

        assertThat(findings.counts()).containsEntry(DefectClass.MAJOR, 0);
        assertThat(LotAcceptance.decide(PLANS, findings.counts())).isInstanceOf(LotAcceptance.Accepted.class);
        assertThat(findings.nonconformingUnits()).containsExactly(7L);
    }

    @Test
    void every_class_of_the_plan_is_answered() {
        InspectionContent silent = counts(Map.of(DefectClass.MAJOR, 0, DefectClass.MINOR, 0));

        assertThat(CHECK.incomplete(silent))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("defect-class-unanswered"))
                .hasValueSatisfying(error -> assertThat(error.field()).isEqualTo("defectives.CRITICAL"));
        assertThat(CHECK.incomplete(
                        counts(Map.of(DefectClass.CRITICAL, 0, DefectClass.MAJOR, 0, DefectClass.MINOR, 0))))
                .isEmpty();
    }

    @Test
    void a_class_of_which_the_standard_names_no_characteristic_is_not_answered_by_results_of_units() {
        Specification withoutMinor = new Specification(
                LAMP.name(),
                LAMP.unit(),
                null,
                LAMP.characteristics().subList(0, 2),
                LAMP.aql(),
                "II",
                Map.of(),
                List.of("A"),
                List.of(),
                null,
                1,
                false,
                Severity.TIGHTENED);
        InspectionCheck check = new InspectionCheck(withoutMinor, PLANS, List.of(9L, 4L, 7L), List.of(), 3);

        assertThat(check.incomplete(results(unit(9), unit(4), unit(7))))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("defect-class-unanswered"));
    }

    @Test
    void work_on_an_older_larger_plan_is_taken_and_on_a_smaller_one_refused_with_what_is_missing() {
        assertThat(CHECK.incomplete(results(unit(9), unit(4), unit(7), unit(2))))
                .isEmpty();
        assertThat(CHECK.incomplete(results(unit(9), unit(4)))).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo("unit-missing");
            assertThat(error.detail()).contains("7");
        });
        assertThat(CHECK.impossible(results(unit(5))))
                .as("never drawn")
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("unit-not-in-sample"));
    }

    @Test
    void what_a_draft_has_found_counts_with_what_is_submitted() {
        InspectionContent draft = results(unit(4, "live wire"));
        InspectionContent submitted =
                counts(Map.of(DefectClass.CRITICAL, 0, DefectClass.MAJOR, 0, DefectClass.MINOR, 1));

        InspectionCheck.Findings findings = CHECK.findings(List.of(draft, submitted));

        assertThat(findings.counts()).containsEntry(DefectClass.CRITICAL, 1).containsEntry(DefectClass.MINOR, 1);
        assertThat(findings.defects()).containsEntry("live wire", 1);
    }

    private static InspectionCheck.Findings found(long unit, String defect) {
        List<UnitResult> all = List.of(9L, 4L, 7L, 2L).stream()
                .map(each -> each == unit ? unit(each, defect) : unit(each))
                .toList();
        return CHECK.findings(List.of(new InspectionContent(null, null, all, null, null)));
    }

    private static InspectionContent results(UnitResult... results) {
        return new InspectionContent(null, null, List.of(results), null, null);
    }

    private static InspectionContent counts(Map<DefectClass, Integer> counts) {
        return new InspectionContent(3, counts, null, null, null);
    }

    private static UnitResult unit(long unit, String... defects) {
        return new UnitResult(unit, Map.of(), defects.length == 0 ? Map.of() : Map.of(defects[0], 1));
    }

    private static Characteristic attribute(String name, DefectClass defectClass) {
        return new Characteristic(name, CharacteristicKind.ATTRIBUTE, defectClass, null, null, null);
    }
}
