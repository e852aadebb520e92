package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Period;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.settlement.PoolClosings.PoolClosing;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: final closings of pools, which one person of the pricing desk proposes and another approves. */
@Path("/pool-closings")
@Tag(name = "Settlements")
public class PoolClosingResource {

    private final ClosePool closePool;
    private final PoolClosings closings;
    private final Caller caller;

    PoolClosingResource(ClosePool closePool, PoolClosings closings, Caller caller) {
        this.closePool = closePool;
        this.closings = closings;
        this.caller = caller;
    }

    /** Which pool is to be closed finally; it is settled, and no supplement is due. */
    public record NewPoolClosing(
            @NotBlank @Size(max = 50) String product,
            @NotNull Period period) {}

    @POST
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Propose to close a settled pool finally; refused while a supplement to it is due")
    public Response propose(@Valid @NotNull NewPoolClosing proposal) {
        PoolClosing closing = decided(closePool.propose(proposal.product(), proposal.period(), caller.actor()));
        return Response.created(URI.create("/pool-closings/" + closing.closingId()))
                .entity(closing)
                .build();
    }

    @POST
    @Path("/{closingId}/approval")
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Close a pool finally, as another person has proposed; what comes in later is in the product's next settlement")
    public Response approve(@PathParam("closingId") UUID closingId) {
        return Response.ok(decided(closePool.approve(closingId, Cause.of(caller.actor()))))
                .build();
    }

    @DELETE
    @Path("/{closingId}")
    @RolesAllowed("pricing-desk")
    @Transactional
    @Operation(summary = "Withdraw a proposal to close a pool, before it is approved")
    public PoolClosing withdraw(@PathParam("closingId") UUID closingId) {
        return decided(closePool.withdraw(closingId, caller.actor()));
    }

    @GET
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(summary = "List the final closings of pools, of one state or all, newest first")
    public Page<PoolClosing> list(
            @BeanParam @Valid PageQuery query, @QueryParam("state") PoolClosings.@Nullable State state) {
        return query.newestFirst(
                (before, maxRows) -> closings.newestFirst(state, before, maxRows), PoolClosing::closingId);
    }

    @GET
    @Path("/{closingId}")
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(summary = "Show the final closing of a pool: who proposed it, and who has approved it")
    public PoolClosing show(@PathParam("closingId") UUID closingId) {
        return closings.find(closingId).orElseThrow(() -> Problem.notFound("closing of a pool", closingId));
    }

    private static PoolClosing decided(ClosePool.Outcome outcome) {
        return switch (outcome) {
            case ClosePool.Decided decided -> decided.closing();
            case ClosePool.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
