package coop.parasol.quality.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of the batches that producers have reported: their plans, samples and decisions. */
@Path("/batches")
@Tag(name = "Batches")
public class BatchResource {

    private static final SortKeys<BatchView> SORT =
            SortKeys.oldestFirst("id", BatchView::batchId).byTime("reportedAt");

    private final BatchViews views;
    private final Caller caller;

    BatchResource(BatchViews views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    /** Which batches are asked for. */
    public static class Filter {

        @QueryParam("state")
        public Batch.@Nullable State state;

        @QueryParam("product")
        @Size(min = 1, max = 100) public @Nullable String product;

        @QueryParam("lot")
        @Size(max = 200) public @Nullable Identifier lot;

        @QueryParam("awaitsDesk")
        public boolean awaitsDesk;

        @QueryParam("producer")
        public @Nullable UUID producer;
    }

    @GET
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(
            summary =
                    "List batches in the order they were reported, or sorted by reportedAt, in the state they have today: all, or"
                            + " those of a state, a product, a lot number or a producer; a producer sees its own")
    public Page<BatchView> list(
            @BeanParam @Valid Filter filter, @BeanParam @Valid PageQuery query, @BeanParam @Valid SortQuery sort) {
        BatchViews.Filter batches = new BatchViews.Filter(
                producer(filter), filter.product, Identifier.normalOrNull(filter.lot), filter.state, filter.awaitsDesk);
        return SORT.page(query, sort, (place, maxRows) -> views.list(batches, place, maxRows));
    }

    private @Nullable UUID producer(Filter filter) {
        if (caller.hasAny("auditor", "quality-desk")) {
            return filter.producer;
        }
        if (filter.producer != null) {
            caller.requireMember(filter.producer);
        }
        return caller.member();
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(
            summary =
                    "Show a batch with its sampling plans and the numbers of the units to inspect; a producer sees its own")
    public BatchView get(@PathParam("batchId") UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, "auditor", "quality-desk");
        return caller.hasAny("auditor", "quality-desk") && !isOwn(batch) ? views.of(batch) : views.forProducer(batch);
    }

    private boolean isOwn(Batch batch) {
        return caller.memberId().filter(batch.memberId::equals).isPresent();
    }
}
