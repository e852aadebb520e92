package coop.parasol.quality.inspection;

import coop.parasol.messaging.Cause;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchView;
import coop.parasol.quality.batch.BatchViews;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of inspections: auditors save and submit what they find in the sample of a batch. */
@Path("/batches/{batchId}/inspections")
@Tag(name = "Inspections")
public class InspectionResource {

    private final SaveInspection saveInspection;
    private final SubmitInspection submitInspection;
    private final DecideInspectedBatch decideInspectedBatch;
    private final BatchViews batchViews;
    private final Caller caller;

    InspectionResource(
            SaveInspection saveInspection,
            SubmitInspection submitInspection,
            DecideInspectedBatch decideInspectedBatch,
            BatchViews batchViews,
            Caller caller) {
        this.saveInspection = saveInspection;
        this.submitInspection = submitInspection;
        this.decideInspectedBatch = decideInspectedBatch;
        this.batchViews = batchViews;
        this.caller = caller;
    }

    /**
     * What follows from a submitted inspection.
     *
     * @param outcome the state of the batch
     * @param auditorsMissing how many more have to inspect before the plans decide
     * @param openDrafts how many other auditors have a draft, which the quality desk sees before it decides
     */
    public record Outcome(
            Batch.State outcome,
            UUID batchId,
            UUID inspectionId,
            int auditorsMissing,
            int openDrafts,
            @Nullable String grade,
            @Nullable String certificateNumber,
            @Nullable String reason) {}

    @POST
    @RolesAllowed("auditor")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Submit an inspection, which does not change any more; with the last one that the standard asks"
                            + " for, the sampling plans decide whether the batch is certified. A device that has been away says by"
                            + " seenDraft which ETag of the auditor's draft it has seen, or none; another draft is not replaced")
    public Response submit(
            @PathParam("batchId") UUID batchId,
            @QueryParam("seenDraft") @Nullable @Pattern(regexp = "none|\"\\d{1,18}\"") String seenDraft,
            @Valid @NotNull Finding finding) {
        return switch (submitInspection.submit(
                request(batchId, finding.inspectionId()),
                ETags.expectedVersion(seenDraft),
                content(finding),
                Cause.of(caller.actor()))) {
            case SubmitInspection.Submitted submitted -> answer(submitted);
            case SubmitInspection.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private static Response answer(SubmitInspection.Submitted submitted) {
        Batch batch = submitted.batch();
        Inspection inspection = submitted.inspection();
        Outcome outcome = new Outcome(
                batch.state,
                batch.id,
                inspection.id,
                submitted.auditorsMissing(),
                submitted.openDrafts(),
                batch.grade,
                batch.certificateNumber,
                batch.reason);
        return submitted.isNew()
                ? Response.created(URI.create("/batches/" + batch.id + "/inspections/" + inspection.id))
                        .entity(outcome)
                        .build()
                : Response.ok(outcome).build();
    }

    @PUT
    @Path("/{inspectionId}")
    @RolesAllowed("auditor")
    @Transactional
    @Operation(
            summary =
                    "Save the draft of an inspection, complete or not, under an id that the auditor's device has made")
    public Response save(
            @PathParam("batchId") UUID batchId,
            @PathParam("inspectionId") UUID inspectionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Finding finding) {
        if (finding.inspectionId() != null && !finding.inspectionId().equals(inspectionId)) {
            throw Problem.invalid("inspectionId", "id-mismatch", "The id in the body is not the one in the address.");
        }
        return switch (saveInspection.save(
                request(batchId, inspectionId), ETags.expectedVersion(ifMatch), content(finding), caller.actor())) {
            case SaveInspection.Saved(Inspection inspection) ->
                Response.ok(InspectionView.of(inspection))
                        .tag(ETags.of(inspection.version))
                        .build();
            case SaveInspection.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @POST
    @Path("/decision")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Let the plans decide about a batch of which all required inspections are submitted while another auditor"
                            + " has a draft: what the draft says so far counts as well")
    public BatchView decide(@PathParam("batchId") UUID batchId) {
        return switch (decideInspectedBatch.decideWithDrafts(batchId, Cause.of(caller.actor()))) {
            case DecideInspectedBatch.Decided(Batch batch) -> batchViews.of(batch);
            case DecideInspectedBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(
            summary =
                    "List the inspections of a batch. An auditor sees those of others once the batch is decided, a producer"
                            + " those of its own decided batches")
    public Page<InspectionView> list(@PathParam("batchId") UUID batchId) {
        Batch batch = visible(batchId);
        List<Inspection> inspections = Inspection.ofBatch(batchId).stream()
                .filter(inspection -> maySee(inspection, batch))
                .toList();
        Map<UUID, String> names = caller.has("quality-desk")
                ? Auditor.names(inspections.stream()
                        .map(inspection -> inspection.auditorId)
                        .toList())
                : Map.of();
        return new Page<>(
                inspections.stream()
                        .map(inspection -> InspectionView.of(inspection, names.get(inspection.auditorId)))
                        .toList(),
                null);
    }

    @GET
    @Path("/{inspectionId}")
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(summary = "Show an inspection as it was saved or submitted; its ETag is needed to save it again")
    public Response get(@PathParam("batchId") UUID batchId, @PathParam("inspectionId") UUID inspectionId) {
        Batch batch = visible(batchId);
        Inspection inspection = Inspection.<Inspection>findByIdOptional(inspectionId)
                .filter(found -> found.batchId.equals(batchId) && maySee(found, batch))
                .orElseThrow(() -> Problem.notFound("inspection", inspectionId));
        return Response.ok(InspectionView.of(inspection))
                .tag(ETags.of(inspection.version))
                .build();
    }

    private OpenInspection.Request request(UUID batchId, @Nullable UUID inspectionId) {
        return new OpenInspection.Request(
                batchId, caller.auditor(), caller.memberId().orElse(null), inspectionId);
    }

    /** The version that an If-Match names; absent or {@code *} means any, and what is no version matches none. */
    private Batch visible(UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, "auditor", "quality-desk");
        return batch;
    }

    /** Two auditors inspect independently: neither sees the other's results before both have submitted. */
    private boolean maySee(Inspection inspection, Batch batch) {
        boolean decided = inspection.submittedAt != null && batch.isDecided(inspection.inspectionNumber);
        boolean own = caller.has("auditor") && caller.auditor().equals(inspection.auditorId);
        return decided || own || caller.has("quality-desk");
    }

    private static InspectionContent content(Finding finding) {
        if (finding.hasTooManyDigits()) {
            throw Problem.invalid(
                    "results", "too-many-digits", "A value has at most " + Finding.MAX_DIGITS + " digits.");
        }
        return finding.content();
    }
}
