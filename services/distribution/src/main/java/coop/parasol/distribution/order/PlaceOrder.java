package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent;
import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.Sql.Step;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.AcceptOrder;
import coop.parasol.distribution.order.rules.AcceptOrder.Accepted;
import coop.parasol.distribution.order.rules.AcceptOrder.Refused;
import coop.parasol.distribution.order.rules.AcceptOrder.Wanted;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.partner.Partners;
import coop.parasol.distribution.stock.Shelves;
import coop.parasol.distribution.stock.Shelves.Want;
import coop.parasol.distribution.stock.Stock;
import coop.parasol.distribution.stock.Stock.Reserved;
import coop.parasol.distribution.stock.rules.Allocation.Taken;
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
import org.jspecify.annotations.Nullable;

/**
 * Decides an order, prices it and gives it what is on hand. Four statements whatever its size: read terms under the
 * products' locks, take the credit and look at the stock, write order and reservations, append the events.
 */
@ApplicationScoped
public class PlaceOrder {

    /** How often the credit may change between reading and taking before the order counts as over the limit. */
    private static final int ATTEMPTS = 3;

    private final TermsOfTrade termsOfTrade;
    private final Orders orders;
    private final Stock stock;
    private final Outbox outbox;
    private final Sql sql;
    private final Firm firm;

    PlaceOrder(TermsOfTrade termsOfTrade, Orders orders, Stock stock, Outbox outbox, Sql sql, Firm firm) {
        this.termsOfTrade = termsOfTrade;
        this.orders = orders;
        this.stock = stock;
        this.outbox = outbox;
        this.sql = sql;
        this.firm = firm;
    }

    /** An order as it was written. */
    public record Request(
            UUID partnerId, @Nullable String reference, Period period, String enteredBy, List<Wanted> lines) {}

    /** What came of it. */
    public sealed interface Answer permits Placed, UnknownPartner, WrongUnit {}

    /** It is on record, accepted or refused. */
    public record Placed(Order order) implements Answer {}

    /** Nobody of that id may order; nothing is on record. */
    public record UnknownPartner() implements Answer {}

    /** A line counts in another unit than its product; nothing is on record. */
    public record WrongUnit(Wanted line, String unit) implements Answer {}

    public Answer place(Request request, Cause cause) {
        UUID orderId = Ids.next();
        Refused last = new Refused("over-credit-limit", "Other orders have used the credit up meanwhile");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<TermsOfTrade.Terms> terms = termsOfTrade.lock(request.partnerId(), request.lines());
            if (terms.isEmpty()) {
                return new UnknownPartner();
            }
            for (Wanted line : request.lines()) {
                String unit = terms.get().units().get(line.product());
                if (unit != null && !unit.equals(line.quantity().unit())) {
                    return new WrongUnit(line, unit);
                }
            }
            switch (AcceptOrder.decide(
                    request.lines(),
                    terms.get().grades(),
                    terms.get()::unitPrice,
                    terms.get().credit())) {
                case Refused refused -> {
                    return refuse(orderId, request, refused, cause);
                }
                case Accepted accepted -> {
                    Optional<Shelves> shelves = stock.lookIf(
                            Partners.charge(request.partnerId(), accepted.total()), wants(request, accepted));
                    if (shelves.isPresent()) {
                        return accept(orderId, request, accepted, shelves.get(), cause);
                    }
                }
            }
        }
        return refuse(orderId, request, last, cause);
    }

    private static Want want(OrderLine line, Period period) {
        return new Want(line.product(), line.grade(), line.quantity().unit(), period);
    }

    private static List<Want> wants(Request request, Accepted accepted) {
        return accepted.lines().stream()
                .map(line -> want(line, request.period()))
                .toList();
    }

    private Placed accept(UUID orderId, Request request, Accepted accepted, Shelves shelves, Cause cause) {
        Map<OrderLine, List<Taken>> taken = take(request, accepted, shelves);
        boolean complete = taken.entrySet().stream()
                .allMatch(entry -> sum(entry.getValue())
                                .compareTo(entry.getKey().quantity().value())
                        == 0);
        if (!complete && shelves.cutShort()) {
            taken = take(request, accepted, stock.lookAtAll(wants(request, accepted)));
        }
        List<Line> lines = new ArrayList<>();
        List<Reserved> reserved = new ArrayList<>();
        List<Allocation> allocations = new ArrayList<>();
        taken.forEach((line, parts) -> {
            lines.add(line(line, sum(parts)));
            for (Taken part : parts) {
                reserved.add(new Reserved(orderId, line.line(), line.product(), request.period(), part));
                allocations.add(allocation(line.line(), part, line.quantity().unit()));
            }
        });
        Order order = new Order(
                orderId,
                request.partnerId(),
                request.reference(),
                request.period(),
                OrderState.of(lines.stream().map(Line::progress).toList(), false, false),
                request.enteredBy(),
                firm.now(),
                accepted.total(),
                accepted.total(),
                firm.money(0),
                firm.money(0),
                null,
                null,
                null,
                lines);
        List<Step> steps = new ArrayList<>(orders.placing(order));
        List<DistributionEvent> events = new ArrayList<>();
        events.add(new OrderAccepted(
                orderId,
                request.partnerId(),
                request.reference(),
                request.period(),
                accepted.lines(),
                accepted.total(),
                order.placedAt()));
        if (!reserved.isEmpty()) {
            steps.addAll(stock.reserving(reserved));
            events.add(new OrderAllocated(orderId, allocations, order.complete()));
        }
        sql.together(steps);
        outbox.append(events, cause);
        return new Placed(order);
    }

    private static Map<OrderLine, List<Taken>> take(Request request, Accepted accepted, Shelves shelves) {
        Map<OrderLine, List<Taken>> taken = new LinkedHashMap<>();
        for (OrderLine line : accepted.lines()) {
            taken.put(
                    line,
                    shelves.take(want(line, request.period()), line.quantity().value()));
        }
        return taken;
    }

    private static BigDecimal sum(List<Taken> parts) {
        return parts.stream().map(Taken::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Allocation allocation(int line, Taken part, String unit) {
        return new Allocation(line, part.batchId(), part.memberId(), part.lot(), new Quantity(part.quantity(), unit));
    }

    private static Line line(OrderLine line, BigDecimal allocated) {
        return new Line(
                line.line(),
                line.product(),
                line.grade(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.quantity().value().subtract(allocated),
                allocated,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private Placed refuse(UUID orderId, Request request, Refused refused, Cause cause) {
        BigDecimal none = BigDecimal.ZERO;
        Order order = new Order(
                orderId,
                request.partnerId(),
                request.reference(),
                request.period(),
                OrderState.REFUSED,
                request.enteredBy(),
                firm.now(),
                null,
                firm.money(0),
                firm.money(0),
                firm.money(0),
                refused.code(),
                refused.reason(),
                null,
                request.lines().stream()
                        .map(line -> new Line(
                                line.line(),
                                line.product(),
                                line.grade(),
                                line.quantity(),
                                null,
                                null,
                                none,
                                none,
                                none,
                                none,
                                none))
                        .toList());
        sql.together(orders.placing(order));
        outbox.append(
                new OrderRefused(orderId, request.partnerId(), request.reference(), refused.code(), refused.reason()),
                cause);
        return new Placed(order);
    }
}
