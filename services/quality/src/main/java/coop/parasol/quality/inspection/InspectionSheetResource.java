package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchView;
import coop.parasol.quality.batch.BatchViews;
import coop.parasol.quality.standard.Standard;
import coop.parasol.quality.standard.StandardResource;
import coop.parasol.quality.worklist.InspectionClaims;
import coop.parasol.quality.worklist.WorkList;
import coop.parasol.web.Caller;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of what an auditor needs at one batch: in one call, because the line is slow where batches are. */
@Path("/batches/{batchId}/inspection-sheet")
@Tag(name = "Inspections")
public class InspectionSheetResource {

    private final BatchViews batchViews;
    private final WorkList workList;
    private final InspectionClaims claims;
    private final Caller caller;
    private final FirmClock clock;
    private final Duration dueWithin;

    InspectionSheetResource(
            BatchViews batchViews,
            WorkList workList,
            InspectionClaims claims,
            Caller caller,
            FirmClock clock,
            @ConfigProperty(name = "parasol.inspection.due-within") Duration dueWithin) {
        this.batchViews = batchViews;
        this.workList = workList;
        this.claims = claims;
        this.caller = caller;
        this.clock = clock;
        this.dueWithin = dueWithin;
    }

    /**
     * What an auditor needs at one batch.
     *
     * @param standard the version by which the batch is inspected
     * @param own the caller's inspection that counts, as far as it has entered it
     * @param claim the caller's, if it has one that holds
     * @param place the producer's town, or {@code unknown}; absent of a batch that awaits no inspection
     * @param due by when the producer should have its result; absent of a batch that awaits no inspection
     */
    public record Sheet(
            BatchView batch,
            StandardResource.View standard,
            @Nullable InspectionView own,
            @Nullable ClaimView claim,
            @Nullable String place,
            @Nullable Instant due) {}

    @GET
    @RolesAllowed("auditor")
    @Transactional
    @Operation(
            operationId = "getInspectionSheet",
            summary = "Show a batch with its standard, the caller's claim and what it has entered so far, in one call")
    public Sheet get(@PathParam("batchId") UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        boolean own = caller.memberId().filter(batch.memberId::equals).isPresent();
        Optional<String> place = workList.placeOf(batchId);
        UUID auditor = caller.auditor();
        return new Sheet(
                own ? batchViews.forProducer(batch) : batchViews.of(batch),
                StandardResource.View.of(standard(batch)),
                Inspection.find(batchId, batch.inspectionNumber, auditor)
                        .map(InspectionView::of)
                        .orElse(null),
                claims.ofBatches(List.of(batchId), clock.now()).stream()
                        .filter(claim -> claim.auditorId().equals(auditor))
                        .findFirst()
                        .map(ClaimView::of)
                        .orElse(null),
                place.orElse(null),
                place.isPresent() ? batch.reportedAt.plus(dueWithin) : null);
    }

    /** The newest version as long as none has been used: then no sample is drawn yet. */
    private static Standard standard(Batch batch) {
        return (batch.standardVersion == null
                        ? Standard.current(batch.product)
                        : Standard.find(batch.product, batch.standardVersion))
                .orElseThrow(() -> Problem.notFound("standard", batch.product));
    }
}
