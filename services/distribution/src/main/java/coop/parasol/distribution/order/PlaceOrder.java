package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent;
import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.AcceptOrder;
import coop.parasol.distribution.order.rules.AcceptOrder.Accepted;
import coop.parasol.distribution.order.rules.AcceptOrder.Refused;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.partner.PartnerCredit;
import coop.parasol.distribution.stock.AvailableStock;
import coop.parasol.distribution.stock.AvailableStockQuery;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.RequestedGoods;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Decides an order, prices it and allocates what is available. Four round trips whatever its size (ADR 0017): read the
 * terms under the products' locks, reserve the credit and find the stock, write order and reservations, append the events.
 */
@ApplicationScoped
public class PlaceOrder {

    private static final Refused CREDIT_USED_UP = new Refused(
            "over-credit-limit", "Other orders of yours that were placed at the same time have used up the credit");

    private final OrderTermsQuery orderTerms;
    private final OrderReferences references;
    private final AvailableStockQuery availableStock;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final FirmClock clock;
    private final FirmCurrency currency;

    PlaceOrder(
            OrderTermsQuery orderTerms,
            OrderReferences references,
            AvailableStockQuery availableStock,
            Outbox outbox,
            Jdbi jdbi,
            FirmClock clock,
            FirmCurrency currency) {
        this.orderTerms = orderTerms;
        this.references = references;
        this.availableStock = availableStock;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.clock = clock;
        this.currency = currency;
    }

    /**
     * An order as the partner has written it.
     *
     * @param reference the partner's own order number, which names one order for ever
     * @param period the week the goods are wanted in
     * @param enteredBy user who entered it: the partner's own, or of the desk that transcribed it
     */
    public record Request(
            UUID partnerId, Identifier reference, Period period, String enteredBy, List<RequestedLine> lines) {}

    /** What ordering leads to; nothing is on record unless it is {@link Placed}. */
    public sealed interface Outcome permits Placed, OrderExists, UnknownPartner, WrongUnit {}

    /** It is on record, accepted or refused. */
    public record Placed(Order order) implements Outcome {}

    /** An order of the partner has this number already; nothing is on record. */
    public record OrderExists(UUID orderId) implements Outcome {}

    /** There is no such partner; nothing is on record. */
    public record UnknownPartner() implements Outcome {}

    /** A line counts in another unit than its product; nothing is on record. */
    public record WrongUnit(RequestedLine line, String unit) implements Outcome {}

    public Outcome place(Request request, Cause cause) {
        Optional<OrderTerms> found = orderTerms.lock(request.partnerId(), request.reference(), request.lines());
        if (found.isEmpty()) {
            return new UnknownPartner();
        }
        OrderTerms terms = found.get();
        if (terms.knownOrderId() != null) {
            return new OrderExists(terms.knownOrderId());
        }
        for (RequestedLine line : request.lines()) {
            String unit = terms.units().get(line.product());
            if (unit != null && !unit.equals(line.quantity().unit())) {
                return new WrongUnit(line, unit);
            }
        }
        UUID orderId = Ids.next();
        return switch (AcceptOrder.decide(request.lines(), terms.grades(), terms::unitPrice, terms.credit())) {
            case Refused refused -> refuse(orderId, request, refused, cause);
            case Accepted accepted -> acceptWithinCredit(orderId, request, accepted, cause);
        };
    }

    /**
     * Takes the number, reserves the credit and accepts the order, or refuses it. The terms were read without the partner's lock, so that the statement that
     * reserves decides: where orders that were placed at once have the same number or have used up the credit it reserves nothing. Nothing is tried again in the transaction, whose first reading is out of date by then.
     */
    private Outcome acceptWithinCredit(UUID orderId, Request request, Accepted accepted, Cause cause) {
        Optional<AvailableStock> available = availableStock.findAvailableIf(
                List.of(
                        OrderReferences.claim("claimed", request.partnerId(), request.reference(), orderId),
                        PartnerCredit.reserve(
                                "reserved_credit", request.partnerId(), accepted.total(), "claimed", orderId)),
                requestedGoods(request, accepted));
        if (available.isPresent()) {
            return accept(orderId, request, accepted, available.get(), cause);
        }
        Optional<UUID> known =
                references.orderOf(request.partnerId(), request.reference()).filter(other -> !other.equals(orderId));
        if (known.isPresent()) {
            return new OrderExists(known.get());
        }
        references.release(orderId);
        return refuse(orderId, request, CREDIT_USED_UP, cause);
    }

    private static RequestedGoods requestedGoods(OrderLine line, Period period) {
        return new RequestedGoods(
                new ProductGrade(line.product(), line.grade(), line.quantity().unit()), period);
    }

    private static List<RequestedGoods> requestedGoods(Request request, Accepted accepted) {
        return accepted.lines().stream()
                .map(line -> requestedGoods(line, request.period()))
                .toList();
    }

    private Placed accept(UUID orderId, Request request, Accepted accepted, AvailableStock available, Cause cause) {
        Map<OrderLine, List<AllocatedUnits>> allocated = allocate(request, accepted, available);
        boolean complete = allocated.entrySet().stream()
                .allMatch(entry -> sum(entry.getValue())
                                .compareTo(entry.getKey().quantity().value())
                        == 0);
        if (!complete && available.truncated()) {
            allocated = allocate(request, accepted, availableStock.findAllAvailable(requestedGoods(request, accepted)));
        }
        List<Line> lines = new ArrayList<>();
        List<Reservation> reservations = new ArrayList<>();
        List<Allocation> allocations = new ArrayList<>();
        allocated.forEach((line, units) -> {
            lines.add(Line.accepted(line, sum(units)));
            for (AllocatedUnits ofBatch : units) {
                reservations.add(new Reservation(orderId, line.line(), line.product(), request.period(), ofBatch));
                allocations.add(allocation(line.line(), ofBatch, line.quantity().unit()));
            }
        });
        Order order = acceptedOrder(orderId, request, accepted, lines);
        List<DistributionEvent> events = new ArrayList<>();
        events.add(new OrderAccepted(
                orderId,
                request.partnerId(),
                request.reference().written(),
                request.period(),
                accepted.lines(),
                accepted.total(),
                order.placedAt()));
        if (!reservations.isEmpty()) {
            events.add(new OrderAllocated(orderId, allocations, order.complete()));
        }
        insert(order, reservations);
        outbox.append(events, cause);
        return new Placed(order);
    }

    private void insert(Order order, List<Reservation> reservations) {
        CombinedStatement orderAndLines =
                CombinedStatement.of(List.of(OrderRepository.insertPart(order), OrderLineRepository.insertPart(order)));
        CombinedStatement all = reservations.isEmpty()
                ? orderAndLines
                : orderAndLines.and(ReservationRepository.reserveParts(reservations));
        jdbi.useHandle(all::execute);
    }

    private static Map<OrderLine, List<AllocatedUnits>> allocate(
            Request request, Accepted accepted, AvailableStock available) {
        Map<OrderLine, List<AllocatedUnits>> allocated = new LinkedHashMap<>();
        for (OrderLine line : accepted.lines()) {
            allocated.put(
                    line,
                    available.allocate(
                            requestedGoods(line, request.period()),
                            line.quantity().value()));
        }
        return allocated;
    }

    private static BigDecimal sum(List<AllocatedUnits> units) {
        return units.stream().map(AllocatedUnits::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Allocation allocation(int line, AllocatedUnits units, String unit) {
        return new Allocation(
                line, units.batchId(), units.memberId(), units.lot(), new Quantity(units.quantity(), unit));
    }

    private Order acceptedOrder(UUID orderId, Request request, Accepted accepted, List<Line> lines) {
        return new Order(
                orderId,
                request.partnerId(),
                request.reference().written(),
                request.period(),
                OrderState.of(lines.stream().map(Line::progress).toList(), false, false),
                request.enteredBy(),
                clock.now(),
                accepted.total(),
                accepted.total(),
                currency.money(0),
                currency.money(0),
                null,
                null,
                null,
                lines);
    }

    private Placed refuse(UUID orderId, Request request, Refused refused, Cause cause) {
        Order order = new Order(
                orderId,
                request.partnerId(),
                request.reference().written(),
                request.period(),
                OrderState.REFUSED,
                request.enteredBy(),
                clock.now(),
                null,
                currency.money(0),
                currency.money(0),
                currency.money(0),
                refused.code(),
                refused.reason(),
                null,
                request.lines().stream().map(Line::refused).toList());
        insert(order, List.of());
        outbox.append(
                new OrderRefused(
                        orderId, request.partnerId(), request.reference().written(), refused.code(), refused.reason()),
                cause);
        return new Placed(order);
    }
}
