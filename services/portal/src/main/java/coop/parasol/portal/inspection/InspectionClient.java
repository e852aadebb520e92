package coop.parasol.portal.inspection;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.page.RejectionReason;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** The service quality, as far as an auditor's pages need it. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface InspectionClient {

    /** A batch to inspect. */
    record Work(
            UUID batchId,
            String place,
            String product,
            String lot,
            Quantity quantity,
            Instant due,
            int sampleSize,
            boolean reinspection,
            List<Claim> claims) {}

    /** Which auditor inspects a batch, and until when its claim holds. */
    record Claim(UUID auditorId, Instant claimedUntil) {}

    /** A place where batches wait; {@code firstDue} is when the first of them is. */
    record Place(String place, long batches, Instant firstDue) {}

    /** How many units are inspected for one class of defects, and how many defectives accept or reject the lot. */
    record Plan(String defectClass, BigDecimal aql, String severity, int sampleSize, int acceptance, int rejection) {}

    /** What an inspection has decided. */
    record Decision(
            Instant inspectedAt,
            Map<String, Integer> defectives,
            @Nullable String remarks) {}

    /** A batch with what its inspection needs. */
    record Batch(
            UUID batchId,
            String product,
            String lot,
            Quantity quantity,
            String state,
            int inspectionNumber,
            @Nullable String reworkDescription,
            @Nullable Integer standardVersion,
            @Nullable List<Plan> plans,
            @Nullable Integer sampleSize,
            @Nullable List<Long> sampleUnits,
            @Nullable List<Long> nonconformingUnits,
            @Nullable Decision inspection,
            @Nullable String grade,
            @Nullable String certificateNumber,
            @Nullable String reason,
            @Nullable RejectionReason why) {

        public boolean isAwaiting() {
            return state.equals("SAMPLED") || state.equals("REWORKED");
        }
    }

    /** What is looked at or measured on a unit, with its limits. */
    record Characteristic(
            String name,
            String kind,
            String defectClass,
            @Nullable String unit,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {

        public boolean isMeasured() {
            return kind.equals("VARIABLE");
        }
    }

    /** What a lot has to keep to so that it is of a grade. */
    record GradeRule(
            String grade,
            @Nullable String characteristic,
            @Nullable String defectClass,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            int atMost) {}

    /** The version of the standard by which a batch is inspected. */
    record Standard(
            String product,
            int version,
            String name,
            String unit,
            List<Characteristic> characteristics,
            Map<String, BigDecimal> aql,
            String inspectionLevel,
            List<String> grades,
            List<GradeRule> gradeRules,
            @Nullable Integer shelfLifeDays,
            int auditors,
            boolean destructive,
            @Nullable Instant publishedAt) {}

    /** What was found at one unit. */
    record UnitResult(long unit, Map<String, BigDecimal> measurements, Map<String, Integer> defects) {}

    /** An inspection as it was saved or submitted. */
    record Inspection(
            UUID inspectionId,
            UUID auditorId,
            int inspectionNumber,
            String state,
            @Nullable Integer inspected,
            @Nullable Map<String, Integer> defectives,
            @Nullable List<UnitResult> results,
            @Nullable String grade,
            @Nullable String remarks,
            @Nullable Map<String, UUID> instruments,
            @Nullable LocalDate measuredOn,
            Instant savedAt,
            @Nullable Instant submittedAt,
            String etag) {

        public boolean isSubmitted() {
            return submittedAt != null;
        }
    }

    /** All that is needed at one batch; {@code own} as far as the caller has entered it. */
    record Sheet(
            Batch batch,
            Standard standard,
            @Nullable Inspection own,
            @Nullable Claim claim,
            @Nullable String place,
            @Nullable Instant due) {}

    /** An inspection to save or to submit. */
    record Finding(
            UUID inspectionId,
            @Nullable Integer inspected,
            @Nullable Map<String, Integer> defectives,
            @Nullable List<UnitResult> results,
            @Nullable String grade,
            @Nullable String remarks,
            @Nullable Map<String, UUID> instruments,
            @Nullable String measuredOn) {}

    /** A measuring instrument, and whether it may be used today. */
    record Instrument(UUID instrumentId, String name, String serialNumber, boolean usableToday) {

        public String idText() {
            return instrumentId.toString();
        }
    }

    /**
     * A picture or document that belongs to an inspection.
     *
     * @param digest SHA-256 of its bytes
     */
    record Attachment(
            UUID attachmentId,
            UUID auditorId,
            String name,
            String caption,
            String mediaType,
            int size,
            @Nullable String digest,
            Instant attachedAt) {}

    /** The auditor that is signed in, with its interests. */
    record Auditor(UUID auditorId, String name, List<UUID> interests) {}

    @GET
    @Path("work-list")
    Listed<Work> work(
            @QueryParam("place") @Nullable String place,
            @QueryParam("product") @Nullable String product,
            @QueryParam("dueBy") @Nullable String dueBy,
            @QueryParam("claim") @Nullable String claim,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("work-list/places")
    Listed<Place> places(
            @QueryParam("product") @Nullable String product,
            @QueryParam("dueBy") @Nullable String dueBy,
            @QueryParam("claim") @Nullable String claim);

    @POST
    @Path("batches/{batchId}/claim")
    Claim claim(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("batches/{batchId}/claims/{auditorId}")
    void release(@PathParam("batchId") UUID batchId, @PathParam("auditorId") UUID auditorId);

    @GET
    @Path("batches/{batchId}")
    Batch batch(@PathParam("batchId") UUID batchId);

    @GET
    @Path("batches/{batchId}/inspection-sheet")
    Sheet sheet(@PathParam("batchId") UUID batchId);

    @PUT
    @Path("batches/{batchId}/inspections/{inspectionId}")
    Inspection save(
            @PathParam("batchId") UUID batchId,
            @PathParam("inspectionId") UUID inspectionId,
            @HeaderParam("If-Match") @Nullable String etag,
            Finding finding);

    @POST
    @Path("batches/{batchId}/inspections")
    void submit(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key, Finding finding);

    @POST
    @Path("batches/{batchId}/inspections")
    void sign(
            @PathParam("batchId") UUID batchId,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("seenDraft") String seenDraft,
            SignedFinding finding);

    @GET
    @Path("batches/{batchId}/attachments")
    Listed<Attachment> attachments(@PathParam("batchId") UUID batchId);

    @GET
    @Path("batches/{batchId}/attachments/{attachmentId}")
    @Produces(MediaType.WILDCARD)
    Response file(@PathParam("batchId") UUID batchId, @PathParam("attachmentId") UUID attachmentId);

    @PUT
    @Path("batches/{batchId}/attachments/{attachmentId}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    Attachment attach(
            @PathParam("batchId") UUID batchId,
            @PathParam("attachmentId") UUID attachmentId,
            @QueryParam("name") String name,
            @QueryParam("caption") String caption,
            byte[] file);

    @DELETE
    @Path("batches/{batchId}/attachments/{attachmentId}")
    void remove(@PathParam("batchId") UUID batchId, @PathParam("attachmentId") UUID attachmentId);

    @GET
    @Path("standards")
    Listed<Standard> standards(
            @QueryParam("q") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("standards/{product}")
    Standard standard(@PathParam("product") String product, @QueryParam("version") @Nullable Integer version);

    @GET
    @Path("instruments")
    Listed<Instrument> instruments(@QueryParam("limit") int limit);

    @GET
    @Path("auditors/{auditorId}")
    Auditor auditor(@PathParam("auditorId") UUID auditorId);
}
