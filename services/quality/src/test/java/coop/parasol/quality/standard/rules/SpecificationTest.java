package coop.parasol.quality.standard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Gs1;
import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A product is defined by its standard. */
class SpecificationTest {

    @Test
    void the_check_digit_of_a_gtin_fits_its_other_digits() {
        assertThat(List.of("4006381333931", "96385074", "036000291452", "14006381333938"))
                .allMatch(Gs1::isGtin);
        assertThat(List.of("4006381333930", "96385075", "036000291453", "", "123", "400638133393x", "40063813339311"))
                .noneMatch(Gs1::isGtin);
    }

    @Test
    void every_single_wrong_digit_of_a_gtin_is_found() {
        String gtin = "4006381333931";
        for (int i = 0; i < gtin.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = gtin.substring(0, i) + digit + gtin.substring(i + 1);

                assertThat(Gs1.isGtin(changed)).as(changed).isEqualTo(changed.equals(gtin));
            }
        }
    }

    @Test
    void a_variable_has_a_unit_and_limits_that_do_not_cross() {
        assertThat(errors(variable("GRM", "1", "2"))).isEmpty();
        assertThat(errors(variable("GRM", "2", "2"))).isEmpty();
        assertThat(errors(variable("GRM", "2", null))).isEmpty();
        assertThat(errors(variable("GRM", null, "2"))).isEmpty();
        assertThat(errors(variable("GRM", "2", "1"))).containsExactly("limits-crossed");
        assertThat(errors(variable(null, "1", "2"))).containsExactly("limits-missing");
        assertThat(errors(variable("GRM", null, null))).containsExactly("limits-missing");
    }

    @Test
    void an_attribute_has_neither_unit_nor_limits() {
        assertThat(errors(attribute(DefectClass.MAJOR, null))).isEmpty();
        assertThat(errors(attribute(DefectClass.MAJOR, "GRM"))).containsExactly("limits-not-allowed");
    }

    @Test
    void every_defect_class_of_a_characteristic_has_an_aql() {
        assertThat(errors(attribute(DefectClass.MINOR, null))).containsExactly("aql-missing");
    }

    @Test
    void nothing_is_named_twice() {
        assertThat(errors(attribute(DefectClass.MAJOR, null), attribute(DefectClass.MAJOR, null)))
                .containsExactly("duplicate");
    }

    @Test
    void a_defect_class_may_have_its_own_inspection_level() {
        assertThat(standard(List.of(), Map.of(DefectClass.MAJOR, "S-3"), List.of("A"), List.of())
                        .level(DefectClass.MAJOR)
                        .text())
                .isEqualTo("S-3");
        assertThat(standard(List.of(), Map.of(DefectClass.MAJOR, "IV"), List.of("A"), List.of())
                        .errors())
                .extracting(Specification.SpecificationError::code)
                .containsExactly("unknown-level");
        assertThat(standard(List.of(), Map.of(DefectClass.MINOR, "I"), List.of("A"), List.of())
                        .errors())
                .extracting(Specification.SpecificationError::code)
                .containsExactly("aql-missing");
    }

    @Test
    void a_grade_rule_names_what_the_standard_knows() {
        List<Characteristic> both = List.of(variable("GRM", "1", "9"), attribute(DefectClass.MAJOR, null));
        assertThat(errors(both, rule("A", "weight", "2", "8"))).isEmpty();
        assertThat(errors(both, rule("A", "weight", "2", "2"))).isEmpty();
        assertThat(errors(both, rule("A", "finish", null, null))).isEmpty();
        assertThat(errors(both, rule("A", "weight", null, null))).containsExactly("limits-missing");
        assertThat(errors(both, rule("A", "finish", "1", null))).containsExactly("limits-not-allowed");
        assertThat(errors(both, rule("A", "length", "1", null))).containsExactly("unknown-characteristic");
        assertThat(errors(both, rule("A", "weight", "8", "2"))).containsExactly("limits-crossed");
        assertThat(errors(both, rule("B", "weight", "2", "8"))).containsExactly("last-grade-has-rule");
        assertThat(errors(both, rule("C", "weight", "2", "8"))).containsExactly("unknown-grade");
        assertThat(errors(both, rule("A", null, null, null))).containsExactly("grade-rule-target");
    }

    @Test
    void a_grade_rule_about_a_defect_class_has_no_limits_and_no_characteristic() {
        List<Characteristic> both = List.of(variable("GRM", "1", "9"), attribute(DefectClass.MAJOR, null));
        assertThat(errors(both, rule(null, DefectClass.MAJOR, null))).isEmpty();
        assertThat(errors(both, rule(null, DefectClass.MINOR, null))).containsExactly("aql-missing");
        assertThat(errors(both, rule(null, DefectClass.MAJOR, "2"))).containsExactly("limits-not-allowed");
        assertThat(errors(both, rule("weight", DefectClass.MAJOR, "2"))).containsExactly("grade-rule-target");
    }

    @Test
    void a_value_on_a_limit_of_a_grade_is_within_it() {
        GradeRule rule = rule("A", "weight", "2", "8");

        assertThat(List.of("2", "2.00", "5", "8")).allMatch(value -> rule.includes(new BigDecimal(value)));
        assertThat(List.of("1.999", "8.001")).noneMatch(value -> rule.includes(new BigDecimal(value)));
        assertThat(rule("A", "weight", "2", null).includes(new BigDecimal("1E+9")))
                .isTrue();
        assertThat(rule("A", "weight", null, "8").includes(new BigDecimal("-1E+9")))
                .isTrue();
    }

    @Test
    void a_batch_is_inspected_by_one_auditor_or_two() {
        assertThat(sampled("2.5", 1, Severity.NORMAL)).isEmpty();
        assertThat(sampled("2.5", 2, Severity.NORMAL)).isEmpty();
        assertThat(sampled("2.5", 0, Severity.NORMAL)).containsExactly("auditors-out-of-range");
        assertThat(sampled("2.5", 3, Severity.NORMAL)).containsExactly("auditors-out-of-range");
    }

    @Test
    void a_standard_samples_by_the_tables_and_never_reduced_after_a_rejection() {
        assertThat(sampled("0.01", 1, Severity.TIGHTENED)).isEmpty();
        assertThat(sampled("3", 1, Severity.TIGHTENED)).containsExactly("unknown-aql");
        assertThat(sampled("2.5", 1, Severity.REDUCED)).containsExactly("reinspection-reduced");
    }

    @Test
    void a_gtin_of_a_standard_has_its_check_digit() {
        assertThat(withGtin("4006381333931").errors()).isEmpty();
        assertThat(withGtin("4006381333930").errors())
                .extracting(Specification.SpecificationError::code)
                .containsExactly("invalid-gtin");
    }

    private static List<String> sampled(String aql, int auditors, Severity reinspection) {
        return specification(null, aql, auditors, reinspection).errors().stream()
                .map(Specification.SpecificationError::code)
                .toList();
    }

    private static Specification withGtin(String gtin) {
        return specification(gtin, "1.0", 1, Severity.NORMAL);
    }

    private static Specification specification(@Nullable String gtin, String aql, int auditors, Severity reinspection) {
        return new Specification(
                "Lamp",
                "C62",
                gtin,
                List.of(),
                Map.of(DefectClass.MAJOR, new BigDecimal(aql)),
                "II",
                Map.of(),
                List.of("A"),
                List.of(),
                null,
                auditors,
                false,
                reinspection);
    }

    private static GradeRule rule(
            @Nullable String characteristic, @Nullable DefectClass defectClass, @Nullable String lower) {
        return new GradeRule("A", characteristic, defectClass, number(lower), null, 0);
    }

    private static GradeRule rule(
            String grade, @Nullable String characteristic, @Nullable String lower, @Nullable String upper) {
        return new GradeRule(grade, characteristic, null, number(lower), number(upper), 0);
    }

    private static List<String> errors(List<Characteristic> characteristics, GradeRule rule) {
        return standard(characteristics, Map.of(), List.of("A", "B"), List.of(rule)).errors().stream()
                .map(Specification.SpecificationError::code)
                .toList();
    }

    private static Characteristic variable(@Nullable String unit, @Nullable String lower, @Nullable String upper) {
        return new Characteristic(
                "weight", CharacteristicKind.VARIABLE, DefectClass.MAJOR, unit, number(lower), number(upper));
    }

    private static Characteristic attribute(DefectClass defectClass, @Nullable String unit) {
        return new Characteristic("finish", CharacteristicKind.ATTRIBUTE, defectClass, unit, null, null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static List<String> errors(Characteristic... characteristics) {
        return standard(List.of(characteristics), Map.of(), List.of("A", "B"), List.of()).errors().stream()
                .map(Specification.SpecificationError::code)
                .toList();
    }

    private static Specification standard(
            List<Characteristic> characteristics,
            Map<DefectClass, String> levels,
            List<String> grades,
            List<GradeRule> rules) {
        return new Specification(
                "Lamp",
                "C62",
                null,
                characteristics,
                Map.of(DefectClass.MAJOR, BigDecimal.ONE),
                "II",
                levels,
                grades,
                rules,
                null,
                1,
                false,
                Severity.TIGHTENED);
    }
}
