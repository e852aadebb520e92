package coop.parasol.distribution.order;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.partner.PartnerNames;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.RetryOnDeadlock;
import coop.parasol.web.Caller;
import coop.parasol.web.CurrentIdempotentCall;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.Idempotent;
import coop.parasol.web.IdempotentCall;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import coop.parasol.web.StoredAnswers;
import io.smallrye.faulttolerance.api.ApplyGuard;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: orders. Only a partner decides about its orders; the logistics desk may transcribe an order that it was sent. */
@Path("/orders")
@Tag(name = "Orders")
public class OrderResource {

    private static final SortKeys<Order> SORT = SortKeys.newestFirst("order_id", Order::orderId)
            .byTime("placedAt")
            .byText("period", "period", order -> order.period().toString());

    private static final String DESK = "logistics-desk";
    private static final int MAX_LINES = 500;
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final OrderRepository orders;
    private final PartnerNames partnerNames;
    private final RecordedReductions recordedReductions;
    private final FirmClock clock;
    private final Caller caller;
    private final CurrentIdempotentCall idempotentCall;
    private final StoredAnswers storedAnswers;
    private final UriInfo uri;

    OrderResource(
            PlaceOrder placeOrder,
            CancelOrder cancelOrder,
            OrderRepository orders,
            PartnerNames partnerNames,
            RecordedReductions recordedReductions,
            FirmClock clock,
            Caller caller,
            CurrentIdempotentCall idempotentCall,
            StoredAnswers storedAnswers,
            UriInfo uri) {
        this.placeOrder = placeOrder;
        this.cancelOrder = cancelOrder;
        this.orders = orders;
        this.partnerNames = partnerNames;
        this.recordedReductions = recordedReductions;
        this.clock = clock;
        this.caller = caller;
        this.idempotentCall = idempotentCall;
        this.storedAnswers = storedAnswers;
        this.uri = uri;
    }

    /** A line as the partner has written it. */
    public record NewLine(
            @NotBlank @Size(max = 60) String product,
            @Nullable @Size(min = 1, max = 60) String grade,
            @NotNull Quantity quantity) {}

    /**
     * An order as the partner has written it.
     *
     * @param partnerId needed where the desk transcribes it
     * @param reference the partner's own order number: it names one order of the partner for ever, however it is spelt
     * @param period the week the goods are wanted in, this one or one of the next two years; this week if absent
     */
    public record NewOrder(
            @Nullable UUID partnerId,
            @NotNull(payload = Unwrapping.Skip.class) Identifier reference,
            @Nullable Period period,
            @NotNull @Size(min = 1, max = MAX_LINES) List<@NotNull @Valid NewLine> lines) {}

    /** Why the partner cancels what has not been dispatched. */
    public record Cancellation(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed({"partner", DESK})
    @Idempotent(storedByMethod = true)
    @Operation(
            summary = "Place an order for goods; it is accepted, or refused with a reason, at once",
            description =
                    "Answers 201 also where the firm refuses the order: that is on record too, with the reason. Goods are"
                            + " allocated right after; the order shows them, usually within milliseconds.")
    public Response place(@Valid @NotNull NewOrder order) {
        PlaceOrder.Request request = new PlaceOrder.Request(
                partnerOf(order),
                order.reference(),
                order.period() == null ? clock.thisWeek() : order.period(),
                caller.actor(),
                lines(order));
        return switch (place(request)) {
            case PlaceOrder.Placed placed ->
                Response.created(URI.create("/orders/" + placed.order().orderId()))
                        .entity(OrderView.of(placed.order()))
                        .build();
            case PlaceOrder.OrderExists existing ->
                throw Problem.refused(
                        "order-exists",
                        "Order " + existing.orderId() + " has the reference "
                                + order.reference().written() + " already.");
            case PlaceOrder.UnknownPartner unknown ->
                throw Problem.invalid("partnerId", "unknown-partner", "This partner is not registered.");
            case PlaceOrder.WrongUnit wrong ->
                throw Problem.invalid(
                        "lines[" + (wrong.line().line() - 1) + "].quantity",
                        "wrong-unit",
                        wrong.line().product() + " is counted in " + wrong.unit() + ".");
            case PlaceOrder.WeekOver over ->
                throw Problem.refused("week-over", "The week " + request.period() + " is over.");
            case PlaceOrder.WeekTooFar far ->
                throw Problem.invalid(
                        "period", "too-far-ahead", "Orders are taken up to the week " + far.lastWeek() + ".");
            case PlaceOrder.AnsweredBefore before ->
                throw idempotentCall.get().orElseThrow().repeated(before.earlier());
            case PlaceOrder.TooManyWait wait ->
                throw Problem.of(
                        UNAVAILABLE,
                        "too-many-orders-wait",
                        "Many orders of this partner wait already. Ask again shortly.");
            case PlaceOrder.ServiceEnds ends ->
                throw Problem.of(
                        UNAVAILABLE,
                        "service-ends",
                        "The service ends, and whether this was stored is not certain. Ask again with the same"
                                + " Idempotency-Key: it is done once.");
        };
    }

    private PlaceOrder.Outcome place(PlaceOrder.Request request) {
        URI base = uri.getBaseUri();
        return placeOrder.place(
                request,
                Cause.of(caller.actor()),
                idempotentCall.get().map(call -> new PlaceOrder.KeyedCall(call, order -> answer(call, base, order))));
    }

    private IdempotencyKeys.Answer answer(IdempotentCall call, URI base, Order order) {
        return call.answer(
                CREATED, base.resolve("orders/" + order.orderId()).toString(), storedAnswers.json(OrderView.of(order)));
    }

    private UUID partnerOf(NewOrder order) {
        if (!caller.has(DESK)) {
            if (order.partnerId() != null) {
                caller.requirePartner(order.partnerId());
            }
            return caller.partner();
        }
        if (order.partnerId() == null) {
            throw Problem.invalid("partnerId", "not-null", "Say which partner's order you transcribe.");
        }
        return order.partnerId();
    }

    private static List<RequestedLine> lines(NewOrder order) {
        List<RequestedLine> lines = new ArrayList<>();
        for (NewLine line : order.lines()) {
            if (!line.quantity().isPositive()) {
                throw Problem.invalid(
                        "lines[" + lines.size() + "].quantity", "not-positive", "A quantity is more than zero.");
            }
            lines.add(new RequestedLine(lines.size() + 1, line.product(), line.grade(), line.quantity()));
        }
        return lines;
    }

    @GET
    @RolesAllowed({"partner", DESK, "treasurer"})
    @Transactional
    @Operation(
            summary =
                    "List orders without their lines, newest first or sorted by placedAt or period, of one partner, state or"
                            + " order number of a partner, however it is spelt; a partner sees its own")
    public Page<OrderView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("state") @Nullable OrderState state,
            @QueryParam("reference") @Nullable Identifier reference) {
        UUID whose = partnerId;
        if (!caller.hasAny(DESK, "treasurer")) {
            whose = partnerId == null ? caller.partner() : partnerId;
            caller.requirePartner(whose);
        }
        UUID partner = whose;
        OrderRepository.Filter filter = new OrderRepository.Filter(partner, state, Identifier.normalOrNull(reference));
        Page<Order> page = SORT.page(query, sort, (place, maxRows) -> orders.page(place, maxRows, filter));
        Map<UUID, String> names =
                partnerNames.of(page.items().stream().map(Order::partnerId).toList());
        return page.map(order -> OrderView.withoutLines(order, names.get(order.partnerId())));
    }

    @GET
    @Path("/{orderId}")
    @RolesAllowed({"partner", DESK, "treasurer"})
    @Transactional
    @Operation(summary = "Show an order with its lines and what became of each; a partner sees its own")
    public OrderView get(@PathParam("orderId") UUID orderId) {
        Order order = orders.find(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        caller.requirePartnerOr(order.partnerId(), DESK, "treasurer");
        return OrderView.of(
                order,
                partnerNames.of(List.of(order.partnerId())).get(order.partnerId()),
                recordedReductions.of(orderId));
    }

    @POST
    @Path("/{orderId}/cancellation")
    @RolesAllowed("partner")
    @Idempotent
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Transactional
    @Operation(summary = "Cancel what has not been dispatched")
    public Response cancel(@PathParam("orderId") UUID orderId, @Valid @NotNull Cancellation cancellation) {
        UUID partnerId = orders.partnerOf(orderId).orElseThrow(() -> Problem.notFound("order", orderId));
        caller.requirePartner(partnerId);
        return switch (cancelOrder.cancel(orderId, cancellation.reason(), Cause.of(caller.actor()))) {
            case CancelOrder.Cancelled cancelled ->
                Response.ok(OrderView.of(cancelled.order())).build();
            case CancelOrder.NothingToCancel nothing ->
                throw Problem.refused(
                        "nothing-to-cancel",
                        "The order was refused or cancelled before, or everything has been dispatched.");
        };
    }
}
