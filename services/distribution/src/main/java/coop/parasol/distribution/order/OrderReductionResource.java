package coop.parasol.distribution.order;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.RetryOnDeadlock;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * REST: less of a line of an order. The partner's own wish and the firm's are two resources, so that neither can make the other's its
 * own: whose wish it is decides the price. A desk transcribes what a partner wants by the partner's own reference, as it transcribes
 * orders.
 */
@Path("/orders/{orderId}")
@Tag(name = "Orders")
public class OrderReductionResource {

    private static final String DESK = "logistics-desk";

    private final ReduceOrderLine reduceOrderLine;
    private final PriceRests priceRests;
    private final OrderRepository orders;
    private final Caller caller;

    OrderReductionResource(
            ReduceOrderLine reduceOrderLine, PriceRests priceRests, OrderRepository orders, Caller caller) {
        this.reduceOrderLine = reduceOrderLine;
        this.priceRests = priceRests;
        this.orders = orders;
        this.caller = caller;
    }

    /**
     * Less of a line, as its partner wants it.
     *
     * @param quantity what is wanted of it from now on, what was dispatched included; zero where nothing is
     * @param partnerReference of the letter, mail or call by which the partner has said it; needed where the desk transcribes it
     */
    public record Reduction(
            @NotNull Quantity quantity,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 60) Identifier partnerReference) {}

    /**
     * Less of a line, as the firm delivers it.
     *
     * @param quantity what the firm delivers of it from now on, what was dispatched included; zero where nothing is
     */
    public record Shortfall(
            @NotNull Quantity quantity,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @Path("/lines/{line}/reductions")
    @RolesAllowed({"partner", DESK})
    @Idempotent
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Transactional
    @Operation(
            summary = "Reduce a line, or cancel what has not been dispatched of it",
            description =
                    "All of the rest, what was invoiced included, is priced at the break that it reaches, by the prices of the"
                            + " moment at which the order was accepted. A debit note charges the difference for what was"
                            + " invoiced. It is never refused for credit. A desk only transcribes what the partner wants,"
                            + " with the partner's reference; the partner is told.")
    public OrderView reduce(
            @PathParam("orderId") UUID orderId, @PathParam("line") int line, @Valid @NotNull Reduction reduction) {
        UUID partnerId = partnerOf(orderId);
        caller.requirePartnerOr(partnerId, DESK);
        boolean transcribed = !caller.partnerId().equals(Optional.of(partnerId));
        if (transcribed && reduction.partnerReference() == null) {
            throw Problem.invalid(
                    "partnerReference",
                    "not-null",
                    "Say by which reference the partner wants less; you transcribe it.");
        }
        return reduce(
                orderId,
                line,
                reduction.quantity(),
                new LessWanted(ReductionCause.PARTNER, transcribed, reduction.partnerReference(), reduction.reason()));
    }

    @POST
    @Path("/lines/{line}/shortfalls")
    @RolesAllowed(DESK)
    @Idempotent
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Transactional
    @Operation(summary = "Say that the firm delivers less of a line than was ordered; its price stays")
    public OrderView fallShort(
            @PathParam("orderId") UUID orderId, @PathParam("line") int line, @Valid @NotNull Shortfall shortfall) {
        partnerOf(orderId);
        return reduce(orderId, line, shortfall.quantity(), LessWanted.byFirm(shortfall.reason()));
    }

    @GET
    @Path("/lines/{line}/price-of-rest")
    @RolesAllowed({"partner", DESK})
    @Transactional
    @Operation(
            summary = "Show what a line would cost if its partner wanted less of it: so much, or what was dispatched;"
                    + " a partner asks for its own")
    public PriceRests.Rest priceOfRestOfLine(
            @PathParam("orderId") UUID orderId,
            @PathParam("line") int lineNumber,
            @QueryParam("quantity") @Nullable String quantity) {
        Order order = orders.find(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        caller.requirePartnerOr(order.partnerId(), DESK);
        Line line = order.line(lineNumber).orElseThrow(() -> unknownLine(lineNumber));
        BigDecimal rest = quantity == null ? line.dispatched() : counted(quantity, line.unit());
        if (rest.compareTo(line.dispatched()) < 0) {
            throw hasLeft(new Quantity(line.dispatched(), line.unit()));
        }
        if (rest.compareTo(line.wanted().value()) > 0) {
            throw notLess(line.wanted());
        }
        return priceRests.of(order, line, rest);
    }

    private static BigDecimal counted(String quantity, String unit) {
        try {
            return Quantity.of(quantity, unit).value();
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("quantity", "malformed-field", String.valueOf(e.getMessage()));
        }
    }

    /**
     * What would be left of an order.
     *
     * @param lines those of which something has not been dispatched
     */
    public record RestOfOrder(List<PriceRests.Rest> lines) {}

    @GET
    @Path("/price-of-rest")
    @RolesAllowed({"partner", DESK})
    @Transactional
    @Operation(
            summary =
                    "Show what lines would cost if their partner cancelled what has not been dispatched; a partner asks for"
                            + " its own")
    public RestOfOrder priceOfRest(@PathParam("orderId") UUID orderId) {
        Order order = orders.find(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        caller.requirePartnerOr(order.partnerId(), DESK);
        return new RestOfOrder(order.lines().stream()
                .filter(Line::isOpen)
                .map(line -> priceRests.of(order, line, line.dispatched()))
                .toList());
    }

    private UUID partnerOf(UUID orderId) {
        return orders.partnerOf(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
    }

    private OrderView reduce(UUID orderId, int line, Quantity quantity, LessWanted less) {
        if (quantity.isNegative()) {
            throw Problem.invalid("quantity", "negative", "A quantity is zero or more.");
        }
        ReduceOrderLine.Request request = new ReduceOrderLine.Request(orderId, line, quantity, less);
        return switch (reduceOrderLine.reduce(request, Cause.of(caller.actor()))) {
            case ReduceOrderLine.Reduced reduced -> OrderView.of(reduced.order());
            case ReduceOrderLine.UnknownLine unknown -> throw unknownLine(line);
            case ReduceOrderLine.WrongUnit wrong ->
                throw Problem.invalid("quantity", "wrong-unit", "The line is counted in " + wrong.unit() + ".");
            case ReduceOrderLine.NotLess notLess -> throw notLess(notLess.wanted());
            case ReduceOrderLine.HasLeft left -> throw hasLeft(left.dispatched());
        };
    }

    private static RuntimeException unknownLine(int line) {
        return Problem.notFound("line of the order", line);
    }

    private static RuntimeException notLess(Quantity wanted) {
        return Problem.refused("not-less", "The line is for " + wanted + " already.");
    }

    private static RuntimeException hasLeft(Quantity dispatched) {
        return Problem.refused("has-left", dispatched + " of the line have left already.");
    }
}
