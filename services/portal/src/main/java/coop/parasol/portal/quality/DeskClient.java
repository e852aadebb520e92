package coop.parasol.portal.quality;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.page.RejectionReason;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as the pages about batches, standards and producers need it. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface DeskClient {

    /** A producer by its name. */
    record Producer(UUID memberId, String name) {}

    /** How many units of a lot are inspected for one class of defects, and how many defectives accept or reject it. */
    record Plan(String defectClass, BigDecimal aql, String severity, int sampleSize, int acceptance, int rejection) {}

    /** Who inspected a lot and when, with the defectives found by class of defect. */
    record Decision(UUID inspectedBy, Instant inspectedAt, Map<String, Integer> defectives) {}

    /** A reported lot as the quality desk sees it. */
    record Batch(
            UUID batchId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String lot,
            @Nullable String brandLot,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            String state,
            Instant reportedAt,
            @Nullable Instant sampleDueAt,
            int inspectionNumber,
            @Nullable Integer standardVersion,
            @Nullable List<Plan> plans,
            @Nullable Integer sampleSize,
            boolean awaitsDesk,
            @Nullable UUID suspendedBy,
            @Nullable Decision inspection,
            @Nullable String grade,
            @Nullable String certificateNumber,
            @Nullable String reason,
            @Nullable RejectionReason why) {

        /** Why it is in its state, in the reader's language where quality has decided it. */
        public @Nullable String reasonText() {
            return RejectionReason.of(reason, why);
        }

        public boolean isAwaiting() {
            return (state.equals("SAMPLED") || state.equals("REWORKED")) && suspendedBy == null;
        }

        public boolean isRejected() {
            return state.equals("REJECTED");
        }
    }

    /** An inspection of a lot by one auditor, done or under way. */
    record Inspection(
            UUID inspectionId,
            UUID auditorId,
            @Nullable String auditorName,
            int inspectionNumber,
            String state,
            @Nullable Map<String, Integer> defectives,
            @Nullable List<Object> results,
            @Nullable String grade,
            @Nullable String remarks,
            @Nullable String signature,
            Instant savedAt,
            @Nullable Instant submittedAt) {}

    /** A certificate with its state, its lot and how long it is good for. */
    record Certificate(
            String number,
            UUID batchId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String lot,
            String grade,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            String state,
            Instant issuedAt,
            @Nullable UUID recallId) {}

    /** Which auditor has said that it inspects a lot, and until when the claim holds. */
    record Claim(
            UUID batchId,
            UUID auditorId,
            Instant claimedAt,
            Instant claimedUntil,
            @Nullable String assignedBy) {}

    /** To which auditor the desk gives a lot. */
    record Assignment(@Nullable String auditorId) {}

    /** An auditor with the producers in which it has an interest. */
    record Auditor(UUID auditorId, String name, List<UUID> interests) {}

    /** An auditor's name and interests as the desk enters them. */
    record Registration(@Nullable String name, List<String> interests) {}

    /** One calibration of a measuring instrument: its day, its last good day and its certificate. */
    record Calibration(
            @Nullable String calibratedOn,
            @Nullable String validThrough,
            @Nullable String certificate) {}

    /** A measuring instrument as the desk enters it. */
    record NewInstrument(@Nullable String name, @Nullable String serialNumber) {}

    /** A measuring instrument with its calibrations. */
    record Instrument(
            UUID instrumentId, String name, String serialNumber, boolean usableToday, List<Calibration> calibrations) {}

    /** A public key with which certificates are verified (RFC 7517). */
    record Key(String kid, String kty, String crv) {}

    /** The public keys with which certificates are verified. */
    record Keys(List<Key> keys) {}

    /** The key that signs certificates from now on. */
    record NewKey(String kid, Instant createdAt) {}

    /** Why something is decided. */
    record Reason(@Nullable String reason) {}

    @GET
    @Path("producers")
    Listed<Producer> producers(
            @QueryParam("q") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("batches")
    Listed<Batch> batches(
            @QueryParam("state") @Nullable String state,
            @QueryParam("product") @Nullable String product,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("producer") @Nullable String producer,
            @QueryParam("awaitsDesk") @Nullable Boolean awaitsDesk,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("batches/{batchId}")
    Batch batch(@PathParam("batchId") UUID batchId);

    @GET
    @Path("batches/{batchId}/inspections")
    Listed<Inspection> inspections(@PathParam("batchId") UUID batchId);

    @POST
    @Path("batches/{batchId}/inspections/decision")
    Batch decide(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("batches/{batchId}/assignment")
    Claim assign(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key, Assignment assignment);

    @DELETE
    @Path("batches/{batchId}/claims/{auditorId}")
    void release(@PathParam("batchId") UUID batchId, @PathParam("auditorId") UUID auditorId);

    @POST
    @Path("batches/{batchId}/scrapping")
    Batch scrap(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key, Reason reason);

    @GET
    @Path("claims")
    Listed<Claim> claims(@QueryParam("limit") int limit);

    @GET
    @Path("certificates")
    Listed<Certificate> certificates(
            @QueryParam("state") @Nullable String state,
            @QueryParam("product") @Nullable String product,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("number") @Nullable String number,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("auditors")
    Listed<Auditor> auditors(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    /** With the ETag that changing it needs. */
    @GET
    @Path("auditors/{auditorId}")
    Response auditor(@PathParam("auditorId") UUID auditorId);

    @PUT
    @Path("auditors/{auditorId}")
    Auditor register(
            @PathParam("auditorId") UUID auditorId,
            @HeaderParam("If-Match") @Nullable String etag,
            @HeaderParam("If-None-Match") @Nullable String none,
            Registration registration);

    @GET
    @Path("instruments")
    Listed<Instrument> instruments(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("instruments")
    Instrument register(@HeaderParam("Idempotency-Key") String key, NewInstrument instrument);

    @POST
    @Path("instruments/{instrumentId}/calibrations")
    Instrument calibrate(
            @PathParam("instrumentId") UUID instrumentId,
            @HeaderParam("Idempotency-Key") String key,
            Calibration calibration);

    @GET
    @Path(".well-known/jwks.json")
    Keys keys();

    @POST
    @Path("signing-keys")
    NewKey newKey(@HeaderParam("Idempotency-Key") String key);
}
