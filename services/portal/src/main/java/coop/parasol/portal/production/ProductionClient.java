package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.client.ServiceProblem;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The service production, as far as a producer's pages need it. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface ProductionClient {

    /** A reported batch; {@code state} and {@code grade} follow from its inspection. */
    record Batch(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            List<Step> steps,
            @Nullable UUID commitmentId,
            String state,
            @Nullable String grade,
            @Nullable String reason,
            Instant reportedAt,
            List<Input> inputs,
            List<Measured> measurements,
            boolean changeable,
            @Nullable String openChange) {

        /** Whether a value that the producer has measured is outside the standard's limits. */
        public boolean isOutside() {
            return measurements.stream().anyMatch(Measured::outside);
        }
    }

    /** A step by which a batch was made, on a machine or without one. */
    record Step(String name, @Nullable String machine) {}

    /** What went into a batch: a lot of the producer's own, something bought in, or another member's certified lot. */
    record Input(
            String kind,
            @Nullable String lot,
            @Nullable String material,
            @Nullable String certificate,
            @Nullable UUID batchId,
            @Nullable Quantity quantity) {}

    /** A value that the producer has measured itself, beside the standard's limits. */
    record Measured(
            String characteristic,
            BigDecimal value,
            @Nullable String unit,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            boolean outside) {}

    /** What one of many reports was answered with: the batch, or why it is refused. */
    record Answer(int position, int status, @Nullable Batch result, ServiceProblem.@Nullable Document problem) {}

    /** A batch to report; absent fields are those of the standard. */
    record BatchReport(
            @Nullable String product,
            @Nullable String lot,
            Amount quantity,
            @Nullable String madeOn,
            @Nullable String bestBefore,
            @Nullable String route,
            List<Step> steps,
            @Nullable String commitmentId,
            List<NewInput> inputs,
            List<NewMeasurement> measurements) {}

    /**
     * What went into a batch, as it was typed.
     *
     * @param quantity in the unit of the lot
     */
    record NewInput(
            String kind,
            @Nullable String lot,
            @Nullable String material,
            @Nullable String certificate,
            @Nullable BigDecimal quantity) {}

    /** A value that was measured; null where none was typed, of which the service says that it is missing. */
    record NewMeasurement(String characteristic, @Nullable BigDecimal value) {}

    /** A quantity as it was typed: the service says what is wrong with it. */
    record Amount(@Nullable String value, @Nullable String unit) {}

    /** What is ordered and forecast of a product and grade for an ISO week, and what of it nobody has committed yet. */
    record Outlook(
            String product,
            String grade,
            Period period,
            Quantity openOrders,
            Quantity forecasts,
            Quantity certifiedStock,
            Quantity commitments,
            Quantity uncovered,
            Quantity wouldCount) {}

    /** The first week for which commitments may be made; those before it are frozen or over. */
    record PlanningFreeze(Period firstOpen) {

        boolean isFrozen(Period week) {
            return week.compareTo(firstOpen) < 0;
        }
    }

    /** What a producer has committed for a week; {@code reported} is how much of it is made. */
    record Commitment(
            UUID commitmentId,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            Quantity reported,
            String route,
            String state) {}

    /** A quantity to commit for a week. */
    record NewCommitment(
            @Nullable String product,
            @Nullable String period,
            Amount quantity,
            @Nullable String route,
            @Nullable String grade) {}

    /** Another quantity for a commitment. */
    record CommitmentChange(Amount quantity) {}

    @GET
    @Path("batches")
    Listed<Batch> batches(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("batches/{batchId}")
    Batch batch(@PathParam("batchId") UUID batchId);

    @POST
    @Path("batches")
    Batch report(@HeaderParam("Idempotency-Key") String key, BatchReport report);

    @GET
    @Path("planning-freeze")
    PlanningFreeze planningFreeze();

    @GET
    @Path("outlook")
    Listed<Outlook> outlook(
            @QueryParam("product") @Nullable String product,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("commitments")
    Listed<Commitment> commitments(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    @POST
    @Path("batches/bulk")
    List<Answer> reportMany(@HeaderParam("Idempotency-Key") String key, List<BatchReport> reports);

    @GET
    @Path("commitments/{commitmentId}")
    RestResponse<Commitment> commitment(@PathParam("commitmentId") UUID commitmentId);

    @POST
    @Path("commitments")
    Commitment commit(@HeaderParam("Idempotency-Key") String key, NewCommitment commitment);

    @PUT
    @Path("commitments/{commitmentId}")
    Commitment change(
            @PathParam("commitmentId") UUID commitmentId, @HeaderParam("If-Match") String tag, CommitmentChange change);

    @DELETE
    @Path("commitments/{commitmentId}")
    Commitment release(@PathParam("commitmentId") UUID commitmentId, @HeaderParam("If-Match") String tag);
}
