package coop.parasol.quality.batch;

import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of the disposition of batches that are rejected or not inspected for now: rework, sorting or scrapping. */
@Path("/batches")
@Tag(name = "Batches")
public class BatchDispositionResource {

    private final BatchRepository batches;
    private final ReworkBatch reworkBatch;
    private final SortBatch sortBatch;
    private final ScrapBatch scrapBatch;
    private final BatchViews views;
    private final Caller caller;

    BatchDispositionResource(
            BatchRepository batches,
            ReworkBatch reworkBatch,
            SortBatch sortBatch,
            ScrapBatch scrapBatch,
            BatchViews views,
            Caller caller) {
        this.batches = batches;
        this.reworkBatch = reworkBatch;
        this.sortBatch = sortBatch;
        this.scrapBatch = scrapBatch;
        this.views = views;
        this.caller = caller;
    }

    /** @param description what was done to the batch */
    public record Rework(
            @NotBlank @Size(max = 2000) @Multiline String description) {}

    /**
     * The good part of a rejected batch that was sorted unit by unit.
     *
     * @param good how much is inspected once more, as a lot of its own; the rest is scrapped
     * @param description how it was sorted
     */
    public record SortedBatch(
            @NotNull Quantity good,
            @NotBlank @Size(max = 2000) @Multiline String description) {}

    /** Why a batch is given up. */
    public record Scrapping(
            @NotBlank @Size(max = 2000) @Multiline String reason) {}

    @POST
    @Path("/{batchId}/rework")
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "reworkBatch",
            summary = "Announce that a rejected batch is reworked; a new sample is drawn for its one re-inspection")
    public Response rework(@PathParam("batchId") UUID batchId, @Valid @NotNull Rework rework) {
        SeriesKey key = seriesKey(batchId);
        caller.requireMember(key.memberId());
        BatchRepository.Locked locked = batches.lock(batchId, key);
        ReworkBatch.Outcome outcome = reworkBatch.rework(
                locked.batch(), locked.series(), rework.description().strip(), Cause.of(caller.actor()));
        return switch (outcome) {
            case ReworkBatch.Reworked() ->
                Response.ok(views.forProducer(locked.batch())).build();
            case ReworkBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @POST
    @Path("/{batchId}/sorting")
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Announce that a rejected batch is sorted: the good part is inspected once more as a lot of its own, the"
                            + " rest is scrapped")
    public Response sort(@PathParam("batchId") UUID batchId, @Valid @NotNull SortedBatch sorting) {
        SeriesKey key = seriesKey(batchId);
        caller.requireMember(key.memberId());
        BatchRepository.Locked locked = batches.lock(batchId, key);
        SortBatch.Outcome outcome = sortBatch.sort(
                locked.batch(),
                locked.series(),
                sorting.good(),
                sorting.description().strip(),
                Cause.of(caller.actor()));
        return switch (outcome) {
            case SortBatch.Sorted(Batch good) ->
                Response.created(URI.create("/batches/" + good.id))
                        .entity(views.forProducer(good))
                        .build();
            case SortBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @POST
    @Path("/{batchId}/scrapping")
    @RolesAllowed({"producer", "quality-desk"})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "scrapBatch",
            summary = "Give up a rejected batch, or one that waits for what may never come: a standard, or the"
                    + " resumption of discontinued inspection; a producer its own")
    public Response scrap(@PathParam("batchId") UUID batchId, @Valid @NotNull Scrapping scrapping) {
        SeriesKey key = seriesKey(batchId);
        caller.requireMemberOr(key.memberId(), "quality-desk");
        BatchRepository.Locked locked = batches.lock(batchId, key);
        ScrapBatch.Outcome outcome = scrapBatch.scrap(
                locked.batch(), locked.series(), scrapping.reason().strip(), Cause.of(caller.actor()));
        return switch (outcome) {
            case ScrapBatch.Scrapped() -> Response.ok(views.of(locked.batch())).build();
            case ScrapBatch.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private SeriesKey seriesKey(UUID batchId) {
        return batches.seriesKey(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
    }
}
