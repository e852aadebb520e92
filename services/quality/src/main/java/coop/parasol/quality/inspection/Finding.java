package coop.parasol.quality.inspection;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.UnitResult;
import coop.parasol.web.Multiline;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor has found in the sample: counts, or results unit by unit.
 *
 * @param inspectionId made by the auditor's device, or left out; what is sent again under it is one inspection
 * @param inspected with counts: how many units were inspected, which is the size of the sample
 * @param defectives units with a defect of the class (above AQL 10: defects); each class of the plan is answered, also with 0
 * @param results one per unit of the sample; the service judges measured values by the standard's limits
 * @param grade the auditor's grading, where the standard has no rules for it
 * @param instruments by variable, with which instrument it was measured; it has to be calibrated on that day
 * @param measuredOn the firm's day of the measurements, today if it is left out
 * @param signature the name that the auditor has typed as signature
 */
public record Finding(
        @Nullable UUID inspectionId,
        @Nullable @Min(1) Integer inspected,
        @Nullable @Size(max = 3) Map<DefectClass, @NotNull Integer> defectives,
        @Nullable @Size(max = 5000) List<@NotNull @Valid Unit> results,
        @Nullable @Size(min = 1, max = 20) String grade,
        @Nullable @Size(max = 2000) @Multiline String remarks,
        @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 200) String, @NotNull UUID> instruments,
        @Nullable LocalDate measuredOn,
        @Nullable @Size(min = 1, max = 200) String signature) {

    /** Digits of a measured value, before or after its decimal point. */
    static final int MAX_DIGITS = 20;

    /** What is empty is as good as left out: generated clients send lists and maps that nobody has filled. */
    public Finding {
        defectives = defectives == null || defectives.isEmpty() ? null : defectives;
        results = results == null || results.isEmpty() ? null : results;
        instruments = instruments == null || instruments.isEmpty() ? null : instruments;
    }

    /** Whether a measured value has more digits than are kept. */
    boolean hasTooManyDigits() {
        return results != null && results.stream().anyMatch(Unit::hasTooManyDigits);
    }

    InspectionContent content() {
        return new InspectionContent(
                inspected,
                defectives,
                results == null ? null : results.stream().map(Unit::result).toList(),
                grade,
                remarks,
                instruments,
                measuredOn,
                signature);
    }

    /** What was found at one unit: values of its variables and its defects; only its number if nothing was. */
    public record Unit(
            @Min(1) long unit,

            @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 200) String, @NotNull BigDecimal> measurements,

            @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 200) String, @NotNull @Min(1) @Max(1000) Integer> defects) {

        UnitResult result() {
            Map<String, BigDecimal> values = measurements == null ? Map.of() : measurements;
            return new UnitResult(
                    unit,
                    values.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, value -> plain(value.getValue()))),
                    defects == null ? Map.of() : defects);
        }

        boolean hasTooManyDigits() {
            return measurements != null
                    && measurements.values().stream()
                            .anyMatch(value -> value.precision() > MAX_DIGITS || Math.abs(value.scale()) > MAX_DIGITS);
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal plain = value.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        }
    }
}
