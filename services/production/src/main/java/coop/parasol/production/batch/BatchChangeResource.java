package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.RetryOnDeadlock;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: a producer corrects or withdraws a batch that it has reported, until quality has drawn its sample. */
@Path("/batches/{batchId}")
@Tag(name = "Batches")
@RolesAllowed("producer")
public class BatchChangeResource {

    private static final int ACCEPTED = 202;

    private final ChangeBatch changeBatch;
    private final Caller caller;

    BatchChangeResource(ChangeBatch changeBatch, Caller caller) {
        this.changeBatch = changeBatch;
        this.caller = caller;
    }

    /**
     * A batch as it is to be; product and lot stay.
     *
     * @param bestBefore absent for the latest day that the standard allows
     * @param route the process it was made by
     * @param steps of the process in their order, each with its machine; absent for none that is told
     * @param commitmentId the commitment it was made for, if any
     * @param inputs what went into it; absent for nothing that is told
     * @param measurements what the producer has measured itself
     */
    public record BatchCorrection(
            @NotNull Quantity quantity,
            @NotNull LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            @NotBlank @Size(max = 200) String route,
            @Nullable @Size(max = 50) List<@NotNull @Valid NewBatchStep> steps,
            @Nullable UUID commitmentId,
            @Nullable @Size(max = 50) List<BatchResource.@NotNull @Valid Input> inputs,
            @Nullable @Size(max = 200) List<BatchResource.@NotNull @Valid OwnMeasurement> measurements) {

        ChangeBatch.Correction correction() {
            return new ChangeBatch.Correction(
                    quantity,
                    madeOn,
                    bestBefore,
                    route,
                    NewBatchStep.steps(steps),
                    commitmentId,
                    inputs == null
                            ? List.of()
                            : inputs.stream().map(BatchResource.Input::named).toList(),
                    measurements == null
                            ? List.of()
                            : measurements.stream()
                                    .map(BatchResource.OwnMeasurement::measured)
                                    .toList());
        }
    }

    /**
     * What a producer wanted to change of a batch.
     *
     * @param quantity of a correction, as it is to be
     * @param madeOn of a correction, as it is to be
     * @param answer of quality; absent until it has answered, in which nothing has changed
     */
    public record BatchChangeView(
            UUID changeId,
            UUID batchId,
            UUID memberId,
            BatchChange.Kind kind,
            @Nullable Quantity quantity,
            @Nullable LocalDate madeOn,
            @Nullable BatchChangeAnswer answer,
            Instant requestedAt,
            @Nullable Instant answeredAt) {

        static BatchChangeView of(BatchChange change) {
            BatchChange.Content content = change.content;
            return new BatchChangeView(
                    change.id,
                    change.batchId,
                    change.memberId,
                    change.kind,
                    content == null ? null : new Quantity(content.quantity(), content.unit()),
                    content == null ? null : content.madeOn(),
                    change.answer,
                    change.requestedAt,
                    change.answeredAt);
        }
    }

    @POST
    @Path("/corrections")
    @Idempotent
    @Transactional
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Operation(
            operationId = "correctBatch",
            summary = "Correct what you have reported of a batch, until its sample is drawn",
            description =
                    "Quality, which draws the sample, answers a moment later: read the batch's changes. Until then"
                            + " nothing has changed. Product and lot stay; who has mistaken them withdraws the batch.")
    public Response correct(@PathParam("batchId") UUID batchId, @Valid @NotNull BatchCorrection correction) {
        UUID memberId = owner(batchId);
        return answer(changeBatch.correct(memberId, batchId, correction.correction(), Cause.of(caller.actor())));
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @Transactional
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Operation(
            operationId = "withdrawBatch",
            summary = "Withdraw a batch that you have reported, until its sample is drawn; its lot stays used",
            description =
                    "Quality, which draws the sample, answers a moment later: read the batch's changes. Until then"
                            + " nothing has changed. What was made for a commitment counts for it no more.")
    public Response withdraw(@PathParam("batchId") UUID batchId) {
        return answer(changeBatch.withdraw(owner(batchId), batchId, Cause.of(caller.actor())));
    }

    @GET
    @Path("/changes")
    @Transactional
    @Operation(
            operationId = "listBatchChanges",
            summary = "List what you wanted to change of a batch and what quality has answered, the newest first")
    public Page<BatchChangeView> list(@PathParam("batchId") UUID batchId, @BeanParam @Valid PageQuery query) {
        owner(batchId);
        return query.newestFirst((before, maxRows) -> BatchChange.newest(batchId, before, maxRows), change -> change.id)
                .map(BatchChangeView::of);
    }

    /** The producer of the batch, without loading the batch: who changes it locks the producer first. */
    private UUID owner(UUID batchId) {
        UUID memberId = Batch.ownerOf(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMember(memberId);
        return memberId;
    }

    private static Response answer(ChangeBatch.Outcome outcome) {
        return switch (outcome) {
            case ChangeBatch.Requested requested ->
                Response.status(ACCEPTED)
                        .entity(BatchChangeView.of(requested.change()))
                        .build();
            case ChangeBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
