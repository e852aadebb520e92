package coop.parasol.production.capacity;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent.CapacityDeclared;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Capacities at the border: the producer's own word, nobody else's. */
@Path("/capacities")
@Tag(name = "Capacities")
public class CapacityResource {

    private static final String[] DESKS = {"registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"};
    private static final UUID FIRST = new UUID(0, 0);

    private final Outbox outbox;
    private final Caller caller;

    CapacityResource(Outbox outbox, Caller caller) {
        this.outbox = outbox;
        this.caller = caller;
    }

    /** How much could be made; zero for none. */
    public record Declaration(@NotNull Quantity quantity) {}

    /** A declared capacity. */
    public record View(UUID memberId, String product, Period period, Quantity quantity) {}

    @PUT
    @Path("/{product}/{period}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Declare what you could make of a product in an ISO week")
    public Response declare(
            @PathParam("product") String code,
            @PathParam("period") String week,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Declaration declaration) {
        Period period = Weeks.parse(week);
        UUID memberId = caller.member();
        Member member = Member.lock(memberId).orElseThrow(CapacityResource::notActive);
        if (member.state != Member.State.ACTIVE) {
            throw notActive();
        }
        if (declaration.quantity().isNegative()) {
            throw Problem.invalid("quantity.value", "negative", "A capacity is zero or more.");
        }
        Product.of(code, declaration.quantity());
        Capacity capacity =
                Capacity.of(memberId, code, period.toString()).orElseGet(() -> blank(memberId, code, period));
        ETags.requireMatch(ifMatch, capacity.version);
        capacity.quantity = declaration.quantity().value();
        capacity.unit = declaration.quantity().unit();
        capacity.persistAndFlush();
        outbox.append(new CapacityDeclared(memberId, code, period, declaration.quantity()), Cause.of(caller.actor()));
        return Response.ok(view(capacity)).tag(ETags.of(capacity.version)).build();
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "Declared capacities; a producer sees its own")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        List<Capacity> fetched = caller.hasAny(DESKS)
                ? Capacity.<Capacity>find("id > ?1 order by id", after)
                        .range(0, query.limit)
                        .list()
                : Capacity.<Capacity>find("memberId = ?1 and id > ?2 order by id", caller.member(), after)
                        .range(0, query.limit)
                        .list();
        return Page.of(fetched, query.limit, capacity -> capacity.id.toString()).map(CapacityResource::view);
    }

    private static Capacity blank(UUID memberId, String product, Period period) {
        Capacity capacity = new Capacity();
        capacity.id = Ids.next();
        capacity.memberId = memberId;
        capacity.product = product;
        capacity.period = period.toString();
        return capacity;
    }

    private static View view(Capacity capacity) {
        return new View(
                capacity.memberId,
                capacity.product,
                Period.parse(capacity.period),
                new Quantity(capacity.quantity, capacity.unit));
    }

    private static Problem notActive() {
        return Problem.refused("member-not-active", "Only an active member declares capacity.");
    }
}
