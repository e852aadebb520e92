package coop.parasol.quality.inspection.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor has entered about a batch: counts of the whole sample, or results unit by unit.
 *
 * @param inspected units inspected, with counts
 * @param defectives counts by defect class
 * @param results instead of counts, unit by unit
 * @param grade the auditor's grading, where the standard has no rules for it
 */
public record InspectionContent(
        @Nullable Integer inspected,
        @Nullable Map<DefectClass, Integer> defectives,
        @Nullable List<UnitResult> results,
        @Nullable String grade,
        @Nullable String remarks) {

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
                sent.remarks == null ? remarks : sent.remarks);
    }
}
