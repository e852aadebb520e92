package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.AvailableStock;
import coop.parasol.distribution.stock.AvailableStockQuery;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.RequestedGoods;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for goods for lines that were accepted, many at a time (ADR 0048): of each product the oldest order first, by one writer a product,
 * because it holds the product's row lock. Products that somebody else has locked are left out; lines of one order are allocated independently.
 */
@ApplicationScoped
class AllocateOrders {

    private final ProductRepository products;
    private final PendingLines pendingLines;
    private final OrderRepository orders;
    private final AvailableStockQuery availableStock;
    private final Outbox outbox;
    private final Jdbi jdbi;

    AllocateOrders(
            ProductRepository products,
            PendingLines pendingLines,
            OrderRepository orders,
            AvailableStockQuery availableStock,
            Outbox outbox,
            Jdbi jdbi) {
        this.products = products;
        this.pendingLines = pendingLines;
        this.orders = orders;
        this.availableStock = availableStock;
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    /** What a look for pending lines has led to. */
    enum Outcome {
        /** No line was pending. */
        NOTHING_PENDING,
        /** All products of pending lines are locked by somebody else. */
        LOCKED_BY_OTHERS,
        /** Lines were allocated or back-ordered; there may be more. */
        LOOKED
    }

    /** Lines that were looked at, and what was reserved for them. */
    private record Result(List<PendingLines.Line> lookedAt, List<Reservation> reservations, Map<UUID, String> units) {}

    @Transactional
    Outcome allocate() {
        List<String> locked = products.lockFree(PendingLines.products());
        if (locked.isEmpty()) {
            return pendingLines.any() ? Outcome.LOCKED_BY_OTHERS : Outcome.NOTHING_PENDING;
        }
        List<PendingLines.Line> waiting = pendingLines.withGoodsOnHand(locked);
        List<Part> withoutGoods = pendingLines.backOrderWithoutGoods(locked);
        if (waiting.isEmpty()) {
            jdbi.useHandle(handle -> CombinedStatement.of(withoutGoods).execute(handle));
        } else {
            store(find(waiting), withoutGoods);
        }
        return Outcome.LOOKED;
    }

    private Result find(List<PendingLines.Line> waiting) {
        AvailableStock available = availableStock.findAvailable(waiting.stream()
                .map(line -> new RequestedGoods(line.goods(), line.period()))
                .toList());
        Result result = new Result(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        Set<ProductGrade> unknownRest = new HashSet<>();
        for (PendingLines.Line line : waiting) {
            if (unknownRest.contains(line.goods())) {
                continue;
            }
            List<AllocatedUnits> allocated =
                    available.allocate(new RequestedGoods(line.goods(), line.period()), line.backOrdered());
            BigDecimal quantity = BigDecimal.ZERO;
            for (AllocatedUnits units : allocated) {
                quantity = quantity.add(units.quantity());
                result.reservations()
                        .add(new Reservation(line.orderId(), line.line(), line.product(), line.period(), units));
                result.units().put(units.batchId(), line.unit());
            }
            if (quantity.compareTo(line.backOrdered()) < 0 && available.truncated()) {
                unknownRest.add(line.goods()); // there may be more than was read: the line is looked at again
            } else {
                result.lookedAt().add(line);
            }
        }
        return result;
    }

    private void store(Result result, List<Part> withoutGoods) {
        List<Reservation> reservations = result.reservations();
        List<UUID> orderIds =
                reservations.stream().map(Reservation::orderId).distinct().toList();
        Map<UUID, BigDecimal> unitsByOrder = new HashMap<>();
        reservations.forEach(reservation ->
                unitsByOrder.merge(reservation.orderId(), reservation.units().quantity(), BigDecimal::add));
        List<OrderProgress> allocated = orders.lockProgress(orderIds).stream()
                .map(order -> order.allocate(unitsByOrder.getOrDefault(order.orderId(), BigDecimal.ZERO)))
                .toList();
        Map<UUID, List<Allocation>> byOrder = new HashMap<>();
        for (Reservation reservation : reservations) {
            AllocatedUnits units = reservation.units();
            String unit = result.units().getOrDefault(units.batchId(), "");
            byOrder.computeIfAbsent(reservation.orderId(), order -> new ArrayList<>())
                    .add(allocation(reservation.line(), units, unit));
        }
        List<Outbox.Decided> events = allocated.stream()
                .map(order -> new Outbox.Decided(
                        new OrderAllocated(
                                order.orderId(), byOrder.getOrDefault(order.orderId(), List.of()), order.complete()),
                        order.cause(),
                        null))
                .toList();
        Set<LineKey> served = reservations.stream()
                .map(reservation -> new LineKey(reservation.orderId(), reservation.line()))
                .collect(Collectors.toSet());
        List<PendingLines.Line> unserved = result.lookedAt().stream()
                .filter(line -> !served.contains(new LineKey(line.orderId(), line.line())))
                .toList();
        jdbi.useHandle(handle -> CombinedStatement.of(withoutGoods)
                .and(ReservationRepository.reserveParts(reservations))
                .and(List.of(
                        OrderLineRepository.allocatePart(reservations),
                        PendingLines.lookedAt("looked_at", unserved),
                        OrderRepository.statesPart(
                                "changed_states",
                                allocated.stream()
                                        .collect(Collectors.toMap(OrderProgress::orderId, OrderProgress::state))),
                        EventRows.part("appended_events", outbox.rows(events))))
                .execute(handle));
        outbox.sendAfterCommit();
    }

    private record LineKey(UUID orderId, int line) {}

    static Allocation allocation(int line, AllocatedUnits units, String unit) {
        return new Allocation(
                line, units.batchId(), units.memberId(), units.lot(), new Quantity(units.quantity(), unit));
    }
}
