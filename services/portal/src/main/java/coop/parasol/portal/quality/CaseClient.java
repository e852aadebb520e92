package coop.parasol.portal.quality;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as the pages about decisions of the quality desk need it. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface CaseClient {

    /** Which batches a decision is about; all fields that are there have to fit. */
    record Scope(
            @Nullable List<String> lots,
            @Nullable String memberId,
            @Nullable String product,
            @Nullable String characteristic,
            @Nullable Instant certifiedFrom,
            @Nullable Instant certifiedBefore) {}

    /** How many batches of a product a decision would reach, and how much that is. */
    record ProductBatches(String product, String state, long batches, Quantity quantity) {}
    /** Whose batches a decision would reach, and which of the named lots there are not. */
    record Reach(List<UUID> producers, List<String> lotsNotFound) {}
    /** What a recall or a suspension would reach, before it is proposed. */
    record Preview(
            long batches,
            long undecidedBatches,
            long suspendedUndecidedBatches,
            List<ProductBatches> products,
            Reach reach) {}

    /** A suspension, reinstatement or recall to decide or to propose. */
    record RecallRequest(
            String action,
            @Nullable String recallClass,
            @Nullable String reason,
            Scope scope,
            @Nullable Long expectedBatches) {}

    /** A recall, suspension or reinstatement with who has proposed and decided it. */
    record Recall(
            UUID recallId,
            String action,
            @Nullable String recallClass,
            String reason,
            Scope scope,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            Reach reach,
            int undecidedBatches,
            int selected,
            int changed,
            int unchanged,
            @Nullable Instant finishedAt) {

        /** Where the next page of its batches is. */
        public String pagePath() {
            return "/quality/recalls/" + recallId + "?";
        }

        public boolean isProposed() {
            return state.equals("PROPOSED");
        }
    }

    /** One batch that a recall reaches. */
    record RecalledBatch(
            String certificateNumber,
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            String state,
            @Nullable Boolean changed) {}

    /** A complaint of goods with what the desk has found. */
    record Complaint(
            UUID complaintId,
            @Nullable UUID partnerId,
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String lot,
            String defectClass,
            @Nullable Quantity quantity,
            String description,
            String state,
            Instant reportedAt,
            @Nullable UUID suspensionId,
            @Nullable Instant decidedAt,
            @Nullable String answer) {

        public boolean isOpen() {
            return state.equals("OPEN");
        }
    }

    /** Why something is decided. */
    record Reason(@Nullable String reason) {}

    /** Whether a complaint is right, and what is answered. */
    record ComplaintDecision(
            @Nullable Boolean upheld, @Nullable String answer) {}

    /** What a producer does so that a defect does not come again, and what has become of it. */
    record CorrectiveAction(
            UUID correctiveActionId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            @Nullable String request,
            @Nullable UUID complaintId,
            @Nullable String cause,
            @Nullable String action,
            @Nullable String owner,
            LocalDate dueOn,
            boolean overdue,
            String state,
            @Nullable Instant announcedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable String proof,
            @Nullable Instant provenAt,
            @Nullable String finding,
            @Nullable Instant verifiedAt) {

        public boolean isAnnounced() {
            return state.equals("ANNOUNCED");
        }

        public boolean isProven() {
            return state.equals("PROVEN");
        }
    }

    /** What the desk asks a producer to correct, and until when. */
    record CorrectionRequest(
            @Nullable String memberId,
            @Nullable String product,
            @Nullable String request,
            @Nullable String dueOn,
            @Nullable String complaintId) {}

    /** Whether a corrective action has helped, and how that was found. */
    record Verification(
            @Nullable Boolean effective, @Nullable String finding) {}

    /** A proposal to let a rejected lot go in part, by concession or in a lower grade. */
    record Release(
            UUID releaseId,
            UUID batchId,
            String product,
            String lot,
            String kind,
            String grade,
            String reason,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        public boolean isProposed() {
            return state.equals("PROPOSED");
        }
    }

    /** The same as the desk enters it. */
    record ReleaseProposal(
            @Nullable String batchId,
            @Nullable String kind,
            @Nullable String grade,
            @Nullable String reason) {}

    @GET
    @Path("recalls")
    Listed<Recall> recalls(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("recalls/{recallId}")
    Recall recall(@PathParam("recallId") UUID recallId);

    @GET
    @Path("recalls/{recallId}/batches")
    Listed<RecalledBatch> recalledBatches(
            @PathParam("recallId") UUID recallId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("recalls/preview")
    Preview preview(Scope scope);

    @POST
    @Path("recalls")
    Recall decide(@HeaderParam("Idempotency-Key") String key, RecallRequest request);

    @POST
    @Path("recalls/{recallId}/approval")
    Recall approveRecall(@PathParam("recallId") UUID recallId, @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("recalls/{recallId}")
    Recall withdrawRecall(@PathParam("recallId") UUID recallId);

    @GET
    @Path("complaints")
    Listed<Complaint> complaints(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("complaints/{complaintId}")
    Complaint complaint(@PathParam("complaintId") UUID complaintId);

    @POST
    @Path("complaints/{complaintId}/suspension")
    Complaint suspend(
            @PathParam("complaintId") UUID complaintId, @HeaderParam("Idempotency-Key") String key, Reason reason);

    @POST
    @Path("complaints/{complaintId}/decision")
    Complaint decide(
            @PathParam("complaintId") UUID complaintId,
            @HeaderParam("Idempotency-Key") String key,
            ComplaintDecision decision);

    @GET
    @Path("corrective-actions")
    Listed<CorrectiveAction> correctiveActions(
            @QueryParam("state") @Nullable String state,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("corrective-actions/requests")
    CorrectiveAction request(@HeaderParam("Idempotency-Key") String key, CorrectionRequest request);

    @POST
    @Path("corrective-actions/{id}/acceptance")
    CorrectiveAction accept(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("corrective-actions/{id}/refusal")
    CorrectiveAction refuse(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Reason reason);

    @POST
    @Path("corrective-actions/{id}/verification")
    CorrectiveAction verify(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Verification verification);

    @GET
    @Path("lot-releases")
    Listed<Release> releases(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("lot-releases")
    Release propose(@HeaderParam("Idempotency-Key") String key, ReleaseProposal proposal);

    @POST
    @Path("lot-releases/{releaseId}/approval")
    Release approveRelease(@PathParam("releaseId") UUID releaseId, @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("lot-releases/{releaseId}")
    Release withdrawRelease(@PathParam("releaseId") UUID releaseId);
}
