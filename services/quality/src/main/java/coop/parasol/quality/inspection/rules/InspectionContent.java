package coop.parasol.quality.inspection.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor has entered about a batch: counts of the whole sample, or results unit by unit.
 *
 * @param inspected units inspected, with counts
 * @param defectives counts by defect class
 * @param results instead of counts, unit by unit
 * @param grade the auditor's grading, where the standard has no rules for it
 * @param instruments by variable, with which instrument it was measured, as far as the auditor says so
 * @param measuredOn the firm's day of the measurements, where instruments are named
 * @param signature the name that the auditor has typed as signature
 */
public record InspectionContent(
        @Nullable Integer inspected,
        @Nullable Map<DefectClass, Integer> defectives,
        @Nullable List<UnitResult> results,
        @Nullable String grade,
        @Nullable String remarks,
        @Nullable Map<String, UUID> instruments,
        @Nullable LocalDate measuredOn,
        @Nullable String signature) {

    /** What was entered without a signature. */
    public InspectionContent(
            @Nullable Integer inspected,
            @Nullable Map<DefectClass, Integer> defectives,
            @Nullable List<UnitResult> results,
            @Nullable String grade,
            @Nullable String remarks,
            @Nullable Map<String, UUID> instruments,
            @Nullable LocalDate measuredOn) {
        this(inspected, defectives, results, grade, remarks, instruments, measuredOn, null);
    }

    /** What was entered without naming instruments. */
    public InspectionContent(
            @Nullable Integer inspected,
            @Nullable Map<DefectClass, Integer> defectives,
            @Nullable List<UnitResult> results,
            @Nullable String grade,
            @Nullable String remarks) {
        this(inspected, defectives, results, grade, remarks, null, null);
    }

    /** With the day of the measurements, if instruments are named and it was left out. */
    public InspectionContent measuredOn(LocalDate day) {
        return instruments == null || measuredOn != null
                ? this
                : new InspectionContent(inspected, defectives, results, grade, remarks, instruments, day, signature);
    }

    /** Whether anything is said about the goods. */
    public boolean hasFindings() {
        return defectives != null || (results != null && !results.isEmpty()) || remarks != null;
    }

    /** This draft completed by what is sent with its submission: what is sent counts, what is left out was saved before. */
    public InspectionContent completedBy(InspectionContent sent) {
        boolean findingsSent = sent.results != null || sent.defectives != null;
        return new InspectionContent(
                sent.inspected == null && !findingsSent ? inspected : sent.inspected,
                findingsSent ? sent.defectives : defectives,
                findingsSent ? sent.results : results,
                sent.grade == null ? grade : sent.grade,
                sent.remarks == null ? remarks : sent.remarks,
                sent.instruments == null ? instruments : sent.instruments,
                sent.instruments == null ? measuredOn : sent.measuredOn,
                sent.signature == null ? signature : sent.signature);
    }
}
