package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: batches, which producers report and quality decides about. */
@Path("/batches")
@Tag(name = "Batches")
public class BatchResource {

    private static final String[] DESKS = {"quality-desk", "logistics-desk"};

    private final ReportBatch reportBatch;
    private final Caller caller;

    BatchResource(ReportBatch reportBatch, Caller caller) {
        this.reportBatch = reportBatch;
        this.caller = caller;
    }

    /**
     * A batch that a producer has made.
     *
     * @param lot the producer's own number, never used twice
     * @param bestBefore absent for the latest day that the standard allows
     * @param route the process it was made by
     * @param commitmentId the commitment it was made for, if any
     */
    public record BatchReport(
            @NotBlank @Size(max = 100) String product,

            @NotNull(payload = Unwrapping.Skip.class) @Size(max = 50) Identifier lot,

            @NotNull Quantity quantity,
            @NotNull LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            @NotBlank @Size(max = 200) String route,
            @Nullable UUID commitmentId) {

        ReportBatch.Report report() {
            return new ReportBatch.Report(product, lot, quantity, madeOn, bestBefore, route, commitmentId);
        }
    }

    /**
     * A batch, and what quality has decided about it.
     *
     * @param bestBefore the last day of sale; absent where the goods do not age
     * @param sortedFrom the rejected batch of which it is the good part, after sorting
     * @param grade absent until it is certified
     * @param reason of a rejection, scrapping, suspension or recall
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
            @Nullable UUID commitmentId,
            @Nullable UUID sortedFrom,
            Batch.State state,
            @Nullable String grade,
            @Nullable String reason,
            Instant reportedAt) {

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
                    batch.commitmentId,
                    batch.sortedFrom,
                    batch.state,
                    batch.grade,
                    batch.reason,
                    batch.reportedAt);
        }
    }

    @POST
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Report a batch; the same report of a lot again returns the same batch")
    public Response report(@Valid @NotNull BatchReport batch) {
        return switch (reportBatch.report(caller.member(), batch.report(), Cause.of(caller.actor()))) {
            case ReportBatch.Reported reported ->
                Response.created(URI.create("/batches/" + reported.batch().id))
                        .entity(BatchView.of(reported.batch()))
                        .build();
            case ReportBatch.AlreadyReported known ->
                Response.ok(BatchView.of(known.batch())).build();
            case ReportBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed({"producer", "quality-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "Read a batch; a producer sees its own")
    public BatchView get(@PathParam("batchId") UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, DESKS);
        return BatchView.of(batch);
    }

    @GET
    @RolesAllowed({"producer", "quality-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "List the batches in the order they were reported; a producer sees its own")
    public Page<BatchView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return query.byId((after, maxRows) -> Batch.inOrder(memberId, after, maxRows), batch -> batch.id)
                .map(BatchView::of);
    }
}
