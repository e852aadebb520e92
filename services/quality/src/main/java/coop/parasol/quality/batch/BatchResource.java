package coop.parasol.quality.batch;

import coop.parasol.border.Caller;
import coop.parasol.border.Page;
import coop.parasol.border.PageQuery;
import coop.parasol.border.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches at the border. */
@Path("/batches")
@Tag(name = "Batches")
public class BatchResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final ShownBatches shown;
    private final Caller caller;

    BatchResource(ShownBatches shown, Caller caller) {
        this.shown = shown;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(summary = "Batches in the order they were reported, as they stand today; a producer sees its own")
    public Page<BatchView> list(@QueryParam("state") Batch.@Nullable State state, @BeanParam @Valid PageQuery query) {
        UUID member = caller.hasAny("auditor", "quality-desk") ? null : caller.member();
        List<BatchView> fetched = shown.list(
                new ShownBatches.Wanted(member, state, query.afterId().orElse(FIRST), query.fetch()));
        return Page.of(fetched, query.limit, batch -> batch.batchId().toString());
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(summary = "One batch with the units to inspect; a producer sees its own")
    public BatchView get(@PathParam("batchId") UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, "auditor", "quality-desk");
        return shown.one(batch);
    }
}
