package coop.parasol.portal.production;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.SwitchingReason;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as a producer's pages about its record need it: yield, complaints and corrective actions. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface QualityRecordClient {

    /** How a producer's lots of one product have passed, next to the median of all producers. */
    record ProductRecord(
            String product,
            long inspected,
            long acceptedFirst,
            long reworked,
            long scrapped,
            long held,
            @Nullable BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian,
            @Nullable Instant networkAsOf,
            boolean discontinued,
            List<Severity> switching,
            List<Cause> rejectsByDefect,
            List<Month> trend) {}

    /** How severely one class of defects is inspected, since when and why. */
    record Severity(
            String defectClass,
            String state,
            @Nullable Instant since,
            @Nullable String reason,
            @Nullable SwitchingReason why,
            int switchingScore) {

        /** Why, in the reader's language. */
        public String reasonText() {
            return SwitchingReason.of(reason, why);
        }
    }

    /** How many rejected lots had a defect. */
    record Cause(String defect, long batches, long found) {

        /** What it is called: quality names the class of defects where nothing finer was counted. */
        public String name() {
            return switch (defect) {
                case "CRITICAL", "MAJOR", "MINOR" -> Formats.words(defect);
                default -> defect;
            };
        }
    }

    /** One month of the trend. */
    record Month(
            LocalDate month,
            long inspected,
            BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian) {}

    /** The control charts of one product. */
    record Charts(String product, List<Chart> charts) {}

    /** The control chart of one measured characteristic. */
    record Chart(
            String characteristic,
            @Nullable String unit,
            int subgroupSize,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            boolean preliminary,
            boolean inControl,
            Limits limits,
            @Nullable BigDecimal cp,
            @Nullable BigDecimal cpk,
            List<Point> points) {}

    /** Between which values a process varies by itself. */
    record Limits(BigDecimal lower, BigDecimal centre, BigDecimal upper) {}

    /** One lot on a control chart. */
    record Point(
            UUID batchId,
            String lot,
            BigDecimal point,
            @Nullable BigDecimal range,
            boolean inControl) {}

    /** A partner's complaint about a lot; the partner is not named. */
    record Complaint(
            UUID complaintId,
            UUID batchId,
            String certificateNumber,
            String product,
            String lot,
            String defectClass,
            @Nullable Quantity quantity,
            String description,
            String state,
            Instant reportedAt,
            @Nullable Instant decidedAt,
            @Nullable String answer) {}

    /** What is changed about the cause of defects. */
    record CorrectiveAction(
            UUID correctiveActionId,
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

        public boolean isRequested() {
            return state.equals("REQUESTED");
        }

        public boolean isAccepted() {
            return state.equals("ACCEPTED");
        }

        /** How the state is marked. */
        public String mark() {
            return switch (state) {
                case "EFFECTIVE" -> "good";
                case "REFUSED", "INEFFECTIVE" -> "bad";
                default -> "waiting";
            };
        }
    }

    /** What the producer changes; {@code product} only where nobody has asked for it. */
    record Announcement(
            @Nullable String product,
            @Nullable String cause,
            @Nullable String action,
            @Nullable String owner,
            @Nullable String dueOn) {}

    /** The answer to a request. */
    record ActionAnswer(
            @Nullable String cause,
            @Nullable String action,
            @Nullable String owner,
            @Nullable String dueOn) {}

    /** That it is done and works. */
    record Proof(@Nullable String proof) {}

    @GET
    @Path("producers/{memberId}/quality")
    Listed<ProductRecord> quality(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("producers/{memberId}/control-charts")
    Listed<Charts> charts(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("complaints")
    Listed<Complaint> complaints(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("complaints/{complaintId}")
    Complaint complaint(@PathParam("complaintId") UUID complaintId);

    @GET
    @Path("corrective-actions")
    Listed<CorrectiveAction> correctiveActions(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("corrective-actions/{id}")
    CorrectiveAction correctiveAction(@PathParam("id") UUID id);

    @POST
    @Path("corrective-actions")
    CorrectiveAction announce(@HeaderParam("Idempotency-Key") String key, Announcement announcement);

    @POST
    @Path("corrective-actions/{id}/announcement")
    CorrectiveAction answer(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, ActionAnswer answer);

    @POST
    @Path("corrective-actions/{id}/proof")
    CorrectiveAction prove(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Proof proof);
}
