package coop.parasol.quality.inspection;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.UnitResult;
import coop.parasol.web.ETags;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has been entered of an inspection.
 *
 * @param auditorName by which the firm knows the auditor; for the quality desk alone
 * @param etag what {@code If-Match} names when it is saved again
 */
public record InspectionView(
        UUID inspectionId,
        UUID batchId,
        UUID auditorId,
        @Nullable String auditorName,
        int inspectionNumber,
        Inspection.State state,
        @Nullable Integer inspected,
        @Nullable Map<DefectClass, Integer> defectives,
        @Nullable List<UnitResult> results,
        @Nullable String grade,
        @Nullable String remarks,
        @Nullable Map<String, UUID> instruments,
        @Nullable LocalDate measuredOn,
        @Nullable String signature,
        Instant savedAt,
        @Nullable Instant submittedAt,
        String etag) {

    static InspectionView of(Inspection inspection) {
        return of(inspection, null);
    }

    static InspectionView of(Inspection inspection, @Nullable String auditorName) {
        InspectionContent content = inspection.content;
        return new InspectionView(
                inspection.id,
                inspection.batchId,
                inspection.auditorId,
                auditorName,
                inspection.inspectionNumber,
                inspection.state(),
                content.inspected(),
                content.defectives(),
                content.results(),
                content.grade(),
                content.remarks(),
                content.instruments(),
                content.measuredOn(),
                content.signature(),
                inspection.savedAt,
                inspection.submittedAt,
                ETags.text(inspection.version));
    }
}
