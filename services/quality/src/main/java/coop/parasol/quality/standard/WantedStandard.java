package coop.parasol.quality.standard;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.standard.rules.Definition;
import coop.parasol.quality.standard.rules.GradeRule;
import coop.parasol.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a product must be.
 *
 * @param product its code, letters, digits, point, dash and underscore
 * @param unit UN/CEFACT Recommendation 20
 * @param aql acceptable quality limits of MIL-STD-105E table II-A, per cent
 * @param inspectionLevel I, II (default), III, S-1, S-2, S-3 or S-4
 * @param inspectionLevels where a defect class has another
 * @param grades from the best down
 * @param gradeRules what gives which grade; the last grade has none. Without rules the auditor grades
 * @param auditors 1 (default) or 2, who inspect independently
 * @param destructive whether inspected units cannot be sold (default: they can)
 * @param reinspection NORMAL or TIGHTENED (default)
 */
public record WantedStandard(
        @NotNull @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,49}",
                message = "must be a code of up to 50 letters, digits, . _ -")
        String product,

        @NotBlank @Size(max = 200) String name,

        @NotNull @Pattern(regexp = "[A-Z0-9]{2,3}", message = "must be a UN/CEFACT Recommendation 20 code such as C62") String unit,

        @Nullable @Size(max = 14) String gtin,
        @NotNull @Size(max = 50) List<@NotNull Characteristic> characteristics,
        @NotEmpty Map<DefectClass, @NotNull BigDecimal> aql,
        @Nullable String inspectionLevel,
        @Nullable @Size(max = 3) Map<DefectClass, @NotNull String> inspectionLevels,

        @NotEmpty @Size(max = 10) List<@NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "must be upper case such as A") String>
                grades,

        @Nullable @Size(max = 100) List<@NotNull @Valid WantedRule> gradeRules,
        @Nullable @Min(1) @Max(36_500) Integer shelfLifeDays,
        @Nullable @Min(1) @Max(2) Integer auditors,
        @Nullable Boolean destructive,
        @Nullable Severity reinspection) {

    /** One thing that a batch of a grade keeps: limits of a variable, or how many units may have a defect. */
    public record WantedRule(
            @NotBlank @Size(max = 20) String grade,
            @Nullable @Size(max = 200) String characteristic,
            @Nullable DefectClass defectClass,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable @Min(0) @Max(100_000) Integer atMost) {

        GradeRule rule() {
            return new GradeRule(
                    grade,
                    characteristic,
                    defectClass,
                    plainOrNull(lower),
                    plainOrNull(upper),
                    atMost == null ? 0 : atMost);
        }
    }

    Definition definition() {
        Map<DefectClass, BigDecimal> limits = new TreeMap<>();
        aql.forEach((defectClass, limit) -> limits.put(defectClass, plain(limit)));
        Definition definition = new Definition(
                name.strip(),
                unit,
                gtin,
                characteristics.stream().map(WantedStandard::plain).toList(),
                limits,
                inspectionLevel == null ? InspectionLevel.II.text() : inspectionLevel,
                inspectionLevels == null ? null : new TreeMap<>(inspectionLevels),
                grades,
                gradeRules == null
                        ? null
                        : gradeRules.stream().map(WantedRule::rule).toList(),
                shelfLifeDays,
                auditors,
                destructive,
                reinspection);
        List<Problem.FieldError> flaws = definition.flaws().stream()
                .map(flaw -> new Problem.FieldError(flaw.field(), flaw.code(), flaw.detail()))
                .toList();
        if (!flaws.isEmpty()) {
            throw Problem.invalid(flaws);
        }
        return definition;
    }

    private static Characteristic plain(Characteristic characteristic) {
        if (characteristic.name() == null
                || characteristic.name().isBlank()
                || characteristic.name().length() > 200
                || characteristic.kind() == null
                || characteristic.defectClass() == null
                || (characteristic.unit() != null && characteristic.unit().length() > 3)) {
            throw Problem.invalid(
                    "characteristics",
                    "incomplete",
                    "A characteristic has a name, a kind, a defect class and a unit code.");
        }
        return new Characteristic(
                characteristic.name().strip(),
                characteristic.kind(),
                characteristic.defectClass(),
                characteristic.unit(),
                plainOrNull(characteristic.lower()),
                plainOrNull(characteristic.upper()));
    }

    private static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal number) {
        return number == null ? null : plain(number);
    }

    /** Without trailing zeros, so that the same standard is equal however it is written; with a bound on its digits. */
    private static BigDecimal plain(BigDecimal number) {
        if (number.precision() > 20 || Math.abs(number.scale()) > 20) {
            throw Problem.invalid("characteristics", "too-many-digits", "A limit has at most 20 digits.");
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
