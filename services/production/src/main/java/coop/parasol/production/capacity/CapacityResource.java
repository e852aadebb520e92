package coop.parasol.production.capacity;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: capacities, which producers declare for themselves. */
@Path("/capacities")
@Tag(name = "Capacities")
public class CapacityResource {

    private static final String[] DESKS = {"registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"};

    private final DeclareCapacity declareCapacity;
    private final Caller caller;

    CapacityResource(DeclareCapacity declareCapacity, Caller caller) {
        this.declareCapacity = declareCapacity;
        this.caller = caller;
    }

    /** @param quantity that could be made; zero for none */
    public record NewCapacity(@NotNull Quantity quantity) {}

    /** How much a producer declares it could make of a product in an ISO week. */
    public record CapacityView(UUID memberId, String product, Period period, Quantity quantity) {

        static CapacityView of(Capacity capacity) {
            return new CapacityView(
                    capacity.memberId, capacity.product, Period.parse(capacity.period), capacity.declared());
        }
    }

    @PUT
    @Path("/{product}/{period}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Declare how much you could make of a product in an ISO week")
    public Response declare(
            @PathParam("product") String product,
            @PathParam("period") Period period,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewCapacity capacity) {
        DeclareCapacity.Declaration declaration =
                new DeclareCapacity.Declaration(caller.member(), product, period, capacity.quantity());
        return switch (declareCapacity.declare(declaration, ETags.expectedVersion(ifMatch), Cause.of(caller.actor()))) {
            case DeclareCapacity.Declared declared ->
                Response.ok(CapacityView.of(declared.capacity()))
                        .tag(ETags.of(declared.capacity().version))
                        .build();
            case DeclareCapacity.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "List the declared capacities in the order they were first declared; a producer sees its own")
    public Page<CapacityView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return query.byId((after, maxRows) -> Capacity.inOrder(memberId, after, maxRows), capacity -> capacity.id)
                .map(CapacityView::of);
    }
}
