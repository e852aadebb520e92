package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.batch.ReportBatch.Submission;
import coop.parasol.production.batch.rules.OwnMeasurements.CheckedMeasurement;
import coop.parasol.production.batch.rules.OwnMeasurements.Measurement;
import coop.parasol.web.Caller;
import coop.parasol.web.CurrentIdempotentCall;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.Idempotent;
import coop.parasol.web.IdempotentCall;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.StoredAnswers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.valueextraction.Unwrapping;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: batches, which producers report and quality decides about. */
@Path("/batches")
@Tag(name = "Batches")
public class BatchResource {

    private static final String[] DESKS = {"quality-desk", "logistics-desk"};

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final ReportQueue reports;
    private final Caller caller;
    private final CurrentIdempotentCall idempotentCall;
    private final StoredAnswers storedAnswers;
    private final UriInfo uri;

    BatchResource(
            ReportQueue reports,
            Caller caller,
            CurrentIdempotentCall idempotentCall,
            StoredAnswers storedAnswers,
            UriInfo uri) {
        this.reports = reports;
        this.caller = caller;
        this.idempotentCall = idempotentCall;
        this.storedAnswers = storedAnswers;
        this.uri = uri;
    }

    /**
     * A batch that a producer has made.
     *
     * @param lot the producer's own number, never used twice
     * @param bestBefore absent for the latest day that the standard allows
     * @param route the process it was made by
     * @param steps of the process in their order, each with its machine; absent for none that is told
     * @param commitmentId the commitment it was made for, if any
     * @param inputs what went into it; absent for nothing that is told
     * @param measurements what the producer has measured itself; the answer says which value is outside the standard's limits
     */
    public record BatchReport(
            @NotBlank @Size(max = 100) String product,

            @NotNull(payload = Unwrapping.Skip.class) @Size(max = 50) Identifier lot,

            @NotNull Quantity quantity,
            @NotNull LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            @NotBlank @Size(max = 200) String route,
            @Nullable @Size(max = 50) List<@NotNull @Valid NewBatchStep> steps,
            @Nullable UUID commitmentId,
            @Nullable @Size(max = 50) List<@NotNull @Valid Input> inputs,
            @Nullable @Size(max = 200) List<@NotNull @Valid OwnMeasurement> measurements) {

        ReportBatch.Report report() {
            return new ReportBatch.Report(
                    product,
                    lot,
                    quantity,
                    madeOn,
                    bestBefore,
                    route,
                    NewBatchStep.steps(steps),
                    commitmentId,
                    inputs == null
                            ? List.of()
                            : inputs.stream().map(Input::named).toList(),
                    measurements == null
                            ? List.of()
                            : measurements.stream()
                                    .map(OwnMeasurement::measured)
                                    .toList());
        }
    }

    /**
     * What went into a batch.
     *
     * @param lot your own lot, or that of what was bought in
     * @param material what was bought in; without the names of people
     * @param certificate number of the certificate of another member's lot, as it stands on the goods
     * @param quantity that went into it, more than zero; of an own lot always told, and of all your batches together no more than was
     *     made of the lot
     * @param unit of the quantity (Rec 20); absent for that of the lot
     */
    public record Input(
            @NotNull InputKind kind,

            @Nullable @Size(max = 50) Identifier lot,

            @Nullable @Size(min = 1, max = 100) String material,
            @Nullable @Size(min = 1, max = 50) String certificate,

            @Nullable @Digits(integer = 12, fraction = 6) BigDecimal quantity,

            @Nullable @Size(min = 1, max = 3) String unit) {

        NamedInput named() {
            return new NamedInput(
                    kind,
                    lot,
                    material == null ? null : material.strip(),
                    certificate == null ? null : certificate.strip(),
                    quantity,
                    unit);
        }
    }

    /**
     * A value that a producer has measured of a unit of the batch.
     *
     * @param characteristic of the product's standard, one that is measured
     * @param value in the unit of the characteristic
     */
    public record OwnMeasurement(
            @NotBlank @Size(max = 100) String characteristic,
            @NotNull @Digits(integer = 12, fraction = 6) BigDecimal value) {

        Measurement measured() {
            return new Measurement(characteristic.strip(), value);
        }
    }

    /**
     * A batch, and what quality has decided about it.
     *
     * @param bestBefore the last day of sale; absent where the goods do not age
     * @param sortedFrom the rejected batch of which it is the good part, after sorting
     * @param grade absent until it is certified
     * @param reason of a rejection, scrapping, suspension or recall
     * @param steps of the process in their order, as its producer says it
     * @param inputs what went into it, as its producer says it
     * @param measurements what its producer has measured itself, beside the limits of the standard of that day
     * @param changeable whether its producer may still correct or withdraw it: no sample of it is known to be drawn
     * @param openChange what its producer wants to change, as long as quality has not answered
     */
    public record BatchView(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            List<ProcessStep> steps,
            @Nullable UUID commitmentId,
            @Nullable UUID sortedFrom,
            Batch.State state,
            @Nullable String grade,
            @Nullable String reason,
            Instant reportedAt,
            List<InputLot> inputs,
            List<CheckedMeasurement> measurements,
            boolean changeable,
            BatchChange.@Nullable Kind openChange) {

        static BatchView of(Batch batch) {
            return new BatchView(
                    batch.id,
                    batch.memberId,
                    batch.product,
                    batch.lot,
                    batch.made(),
                    batch.madeOn,
                    batch.bestBefore,
                    batch.route,
                    batch.processSteps(),
                    batch.commitmentId,
                    batch.sortedFrom,
                    batch.state,
                    batch.grade,
                    batch.reason,
                    batch.reportedAt,
                    batch.inputLots().stream().map(InputLot::shown).toList(),
                    batch.measured(),
                    batch.isChangeable(),
                    batch.openChange);
        }
    }

    @POST
    @RolesAllowed({"producer", "producer-machine"})
    @Idempotent(storedByMethod = true)
    @Operation(summary = "Report a batch; the same report of a lot again returns the same batch")
    public Response report(@Valid @NotNull BatchReport batch) {
        URI base = uri.getBaseUri();
        Submission report =
                new Submission(caller.member(), batch.report(), Cause.of(caller.actor()), Outbox.traceparent());
        return switch (reports.decide(
                new StoreReports.Call(report, idempotentCall.get(), (key, outcome) -> answer(key, base, outcome)))) {
            case StoreReports.Decided decided -> answer(decided.outcome());
            case StoreReports.AnsweredBefore before ->
                throw idempotentCall.get().orElseThrow().repeated(before.earlier());
        };
    }

    private static Response answer(ReportBatch.Outcome outcome) {
        return switch (outcome) {
            case ReportBatch.Reported reported ->
                Response.created(URI.create("/batches/" + reported.batch().id))
                        .entity(BatchView.of(reported.batch()))
                        .build();
            case ReportBatch.AlreadyReported known ->
                Response.ok(BatchView.of(known.batch())).build();
            case ReportBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private IdempotencyKeys.Answer answer(IdempotentCall key, URI base, ReportBatch.Outcome outcome) {
        return switch (outcome) {
            case ReportBatch.Reported reported ->
                key.answer(
                        CREATED,
                        base.resolve("batches/" + reported.batch().id).toString(),
                        storedAnswers.json(BatchView.of(reported.batch())));
            case ReportBatch.AlreadyReported known ->
                key.answer(OK, null, storedAnswers.json(BatchView.of(known.batch())));
            case ReportBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed({"producer", "producer-machine", "quality-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "Read a batch; a producer sees its own")
    public BatchView get(@PathParam("batchId") UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, DESKS);
        return BatchView.of(batch);
    }

    @GET
    @RolesAllowed({"producer", "producer-machine", "quality-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "List the batches in the order they were reported; a producer sees its own")
    public Page<BatchView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return query.byId((after, maxRows) -> Batch.inOrder(memberId, after, maxRows), batch -> batch.id)
                .map(BatchView::of);
    }
}
