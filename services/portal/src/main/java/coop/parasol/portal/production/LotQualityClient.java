package coop.parasol.portal.production;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.RejectionReason;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as a producer's pages about its lots need it. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface LotQualityClient {

    /** A lot with what its inspection has decided; {@code reason} says why it is in its state. */
    record Lot(
            UUID batchId,
            String product,
            String lot,
            @Nullable UUID sortedFrom,
            @Nullable String brandLot,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            String state,
            Instant reportedAt,
            @Nullable Instant sampleDueAt,
            int inspectionNumber,
            @Nullable String reworkDescription,
            @Nullable List<Plan> plans,
            @Nullable Integer sampleSize,
            @Nullable Inspection inspection,
            @Nullable String grade,
            @Nullable String certificateNumber,
            @Nullable String reason,
            @Nullable RejectionReason why,
            @Nullable Withdrawal withdrawal) {

        /** Why it is in its state, in the reader's language where quality has decided it. */
        public @Nullable String reasonText() {
            return RejectionReason.of(reason, why);
        }

        /** How the state is marked. */
        public String mark() {
            return switch (state) {
                case "CERTIFIED" -> "good";
                case "REJECTED", "SUSPENDED", "RECALLED", "EXPIRED", "SCRAPPED", "WITHDRAWN" -> "bad";
                default -> "waiting";
            };
        }

        /** Whether its first inspection is still to come. */
        public boolean isBeforeInspection() {
            return inspection == null
                    && (state.equals("REPORTED")
                            || state.equals("WAITING_FOR_STANDARD")
                            || state.equals("HELD")
                            || state.equals("SAMPLED"));
        }

        /** Whether it may be reworked or sorted for its one re-inspection. */
        public boolean isMendable() {
            return state.equals("REJECTED") && inspectionNumber == 1 && sortedFrom == null;
        }

        /** Whether labels are printed for it that say that it is not certified. */
        public boolean isBlocked() {
            return brandLot != null && !state.equals("CERTIFIED") && !state.equals("SCRAPPED");
        }

        /** Whether its producer may give it up. */
        public boolean isScrappable() {
            return state.equals("REJECTED") || state.equals("WAITING_FOR_STANDARD") || state.equals("HELD");
        }
    }

    /** How many units are inspected for one class of defects, and with how many defective ones the lot is accepted. */
    record Plan(String defectClass, BigDecimal aql, String severity, int sampleSize, int acceptance, int rejection) {}

    /** What the inspection has found. */
    record Inspection(
            Instant inspectedAt,
            Map<String, Integer> defectives,
            @Nullable String remarks) {}

    /** Why it was suspended or recalled, and since when. */
    record Withdrawal(@Nullable String recallClass, String reason, Instant since) {}

    /** A product's standard, as far as forms need it. */
    record Standard(
            String product,
            String name,
            String unit,
            List<Characteristic> characteristics,
            @Nullable List<String> grades) {

        /** Its grades from the best down, as they are typed. */
        public String gradesText() {
            return grades == null ? "" : Formats.listed(grades);
        }
    }

    /** What is inspected of a product. */
    record Characteristic(
            String name,
            String kind,
            String defectClass,
            @Nullable String unit,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    /** How a lot is reworked. */
    record Rework(@Nullable String description) {}

    /** What of a lot is good, and how it was sorted. */
    record Sorting(ProductionClient.Amount good, @Nullable String description) {}

    /** Why a lot is given up. */
    record Scrapping(@Nullable String reason) {}

    /** Which lots are listed. */
    class Filter {

        @QueryParam("state")
        public @Nullable String state;

        @QueryParam("product")
        public @Nullable String product;

        @QueryParam("lot")
        public @Nullable String lot;

        @QueryParam("sort")
        public @Nullable String sort;
    }

    @GET
    @Path("batches")
    Listed<Lot> lots(
            @BeanParam Filter filter, @QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("batches/{batchId}")
    Lot lot(@PathParam("batchId") UUID batchId);

    @GET
    @Path("batches/{batchId}/labels")
    @Produces("application/pdf")
    RestResponse<byte[]> labels(
            @PathParam("batchId") UUID batchId,
            @QueryParam("count") @Nullable Integer count,
            @HeaderParam("Accept-Language") String language);

    @POST
    @Path("batches/{batchId}/rework")
    Lot rework(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key, Rework rework);

    @POST
    @Path("batches/{batchId}/sorting")
    Lot sort(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key, Sorting sorting);

    @POST
    @Path("batches/{batchId}/scrapping")
    Lot scrap(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key, Scrapping scrapping);

    @GET
    @Path("standards")
    Listed<Standard> standards(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("standards/{product}")
    Standard standard(@PathParam("product") String product);
}
