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

    @GET
    @Path("corrective-actions/{id}")
    CorrectiveAction correctiveAction(@PathParam("id") UUID id);

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
            @QueryParam("batch") @Nullable String batch,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("lot-releases/{releaseId}")
    Release release(@PathParam("releaseId") UUID releaseId);

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
