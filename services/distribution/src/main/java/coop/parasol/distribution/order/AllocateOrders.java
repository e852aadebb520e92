package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.AvailableStock;
import coop.parasol.distribution.stock.AvailableStockQuery;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.distribution.stock.ShareCredits;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for goods for lines that wait, many at a time (ADR 0048): of each product those for the earliest week first, of a week the
 * oldest, by one writer a product, because it holds the product's row lock. Products and orders that somebody else has locked are left out; lines of one order are
 * allocated independently. Nothing else allocates.
 */
@ApplicationScoped
class AllocateOrders {

    /** Products dealt with in one transaction: those whose first pending line has waited longest. */
    private static final int MAX_PRODUCTS = 200;

    private static final int MANY_LINES = 24;

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
        /** All products of pending lines, or all orders that could be allocated, are locked by somebody else. */
        LOCKED_BY_OTHERS,
        /** Some lines were allocated or back-ordered; there may be more. */
        LOOKED_AT_FEW,
        /** The same of many lines, so that it is worth letting more gather before the next look. */
        LOOKED_AT_MANY;

        private static Outcome looked(int lines) {
            return lines < MANY_LINES ? LOOKED_AT_FEW : LOOKED_AT_MANY;
        }
    }

    @Transactional
    Outcome allocate() {
        List<String> locked = products.lockFree(PendingLines.products(), MAX_PRODUCTS);
        if (locked.isEmpty()) {
            return pendingLines.any() ? Outcome.LOCKED_BY_OTHERS : Outcome.NOTHING_PENDING;
        }
        return ofProducts(locked, List.of());
    }

    /**
     * Deals with the lines that are pending for these products, in the present transaction, which holds their locks and that of no order.
     *
     * @param changedOrders whose lines have changed in this transaction; they are locked in a row with the others
     */
    Outcome ofProducts(Collection<String> lockedProducts, Collection<UUID> changedOrders) {
        PendingLines.Wanted wanted = pendingLines.wanted(lockedProducts);
        List<Part> backOrdered =
                wanted.withoutGoods().isEmpty() ? List.of() : List.of(PendingLines.backOrdered(wanted.withoutGoods()));
        if (wanted.lines().isEmpty()) {
            if (!backOrdered.isEmpty()) {
                jdbi.useHandle(handle -> CombinedStatement.of(backOrdered).execute(handle));
            }
            return Outcome.LOOKED_AT_FEW;
        }
        AvailableStock available = availableStock.findAvailable(
                wanted.lines().stream().map(PendingLines.Line::goods).collect(Collectors.toSet()));
        return store(AllocatedLines.of(wanted.lines(), available), available, backOrdered, changedOrders);
    }

    private Outcome store(
            AllocatedLines found, AvailableStock available, List<Part> backOrdered, Collection<UUID> changedOrders) {
        List<UUID> orderIds = Stream.concat(
                        changedOrders.stream(), found.reservations().stream().map(Reservation::orderId))
                .distinct()
                .toList();
        Map<UUID, OrderProgress> locked = new HashMap<>();
        orders.lockFree(orderIds).forEach(order -> locked.put(order.orderId(), order));
        AllocatedLines allocated = found.ofOrders(locked.keySet(), available);
        Map<UUID, BigDecimal> units = allocated.unitsByOrder();
        List<OrderProgress> changed = locked.values().stream()
                .map(order -> order.allocate(units.getOrDefault(order.orderId(), BigDecimal.ZERO)))
                .toList();
        jdbi.useHandle(handle -> CombinedStatement.of(backOrdered)
                .and(ReservationRepository.reserveParts(allocated.reservations()))
                .and(ShareCredits.parts(available.changedCredits()))
                .and(List.of(
                        OrderLineRepository.allocatePart(allocated.reservations()),
                        PendingLines.lookedAt("looked_at", allocated.unserved()),
                        PendingLines.lookAgain("pending_again", allocated.lookAgainAfter()),
                        OrderRepository.statesPart(
                                "changed_states",
                                changed.stream()
                                        .collect(Collectors.toMap(OrderProgress::orderId, OrderProgress::state))),
                        EventRows.part("appended_events", outbox.rows(events(allocated, changed, units.keySet())))))
                .execute(handle));
        outbox.sendAfterCommit();
        return allocated.reservations().isEmpty() && !found.reservations().isEmpty()
                ? Outcome.LOCKED_BY_OTHERS
                : Outcome.looked(allocated.reservations().size());
    }

    private static List<Outbox.Decided> events(
            AllocatedLines allocated, List<OrderProgress> changed, Set<UUID> served) {
        Map<UUID, List<Allocation>> byOrder = new HashMap<>();
        for (Reservation reservation : allocated.reservations()) {
            byOrder.computeIfAbsent(reservation.orderId(), order -> new ArrayList<>())
                    .add(allocation(reservation, allocated.unit(reservation)));
        }
        return changed.stream()
                .filter(order -> served.contains(order.orderId()))
                .map(order -> new Outbox.Decided(
                        new OrderAllocated(
                                order.orderId(),
                                order.partnerId(),
                                byOrder.getOrDefault(order.orderId(), List.of()),
                                order.complete()),
                        order.cause(),
                        null))
                .toList();
    }

    private static Allocation allocation(Reservation reservation, String unit) {
        AllocatedUnits units = reservation.units();
        return new Allocation(
                reservation.line(),
                units.batchId(),
                units.memberId(),
                units.lot(),
                new Quantity(units.quantity(), unit));
    }
}
