package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.order.OrderLineRepository.WaitingLine;
import coop.parasol.distribution.stock.AvailableStock;
import coop.parasol.distribution.stock.AvailableStockQuery;
import coop.parasol.distribution.stock.BackOrders;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.RequestedGoods;
import coop.parasol.distribution.stock.Reservation;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.distribution.stock.UnreservedUnits;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Allocates goods that have become available to the orders that wait for them, the oldest order first. The caller holds
 * the product's lock, so that no order can overlook them meanwhile; when it ends, no goods are left unreserved beside a back-order.
 */
@ApplicationScoped
public class AllocateBackOrders implements BackOrders {

    /** Lines dealt with at a time, which bounds memory and the size of statements. */
    private static final int BATCH_SIZE = 100;

    private final OrderRepository orders;
    private final OrderLineRepository orderLines;
    private final RecalculateOrder recalculateOrder;
    private final AvailableStockQuery availableStock;
    private final Outbox outbox;
    private final Jdbi jdbi;

    AllocateBackOrders(
            OrderRepository orders,
            OrderLineRepository orderLines,
            RecalculateOrder recalculateOrder,
            AvailableStockQuery availableStock,
            Outbox outbox,
            Jdbi jdbi) {
        this.orders = orders;
        this.orderLines = orderLines;
        this.recalculateOrder = recalculateOrder;
        this.availableStock = availableStock;
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    @Override
    public void allocate(ProductGrade goods, Cause cause) {
        boolean more = true;
        while (more) {
            more = allocateBatch(goods, cause);
        }
    }

    /** Allocates units that are reserved no longer, the goods of one product and grade after the other. */
    void allocate(List<UnreservedUnits> unreserved, Cause cause) {
        unreserved.stream().map(UnreservedUnits::goods).distinct().forEach(goods -> allocate(goods, cause));
    }

    @Override
    public void lock(Collection<UUID> orderIds) {
        orders.lock(orderIds);
    }

    @Override
    public void backOrder(List<UnreservedUnits> unreserved) {
        orderLines.backOrder(unreserved);
        recalculateOrder.afterAllocation(
                unreserved.stream().map(UnreservedUnits::orderId).distinct().toList());
    }

    /** Returns whether there may be both goods and waiting orders left. */
    private boolean allocateBatch(ProductGrade goods, Cause cause) {
        List<WaitingLine> waiting = orderLines.waitingFor(goods, BATCH_SIZE);
        if (waiting.isEmpty()) {
            return false;
        }
        AvailableStock available = availableStock.findAvailable(waiting.stream()
                .map(line -> new RequestedGoods(goods, line.period()))
                .toList());
        List<Reservation> reservations = new ArrayList<>();
        boolean allServed = true;
        for (WaitingLine line : waiting) {
            List<AllocatedUnits> allocated =
                    available.allocate(new RequestedGoods(goods, line.period()), line.backOrdered());
            BigDecimal quantity =
                    allocated.stream().map(AllocatedUnits::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            allocated.forEach(units -> reservations.add(
                    new Reservation(line.orderId(), line.line(), goods.product(), line.period(), units)));
            if (quantity.compareTo(line.backOrdered()) < 0) {
                allServed = false;
                break;
            }
        }
        if (reservations.isEmpty()) {
            return false;
        }
        reserve(reservations, goods.unit(), cause);
        return allServed || available.truncated();
    }

    private void reserve(List<Reservation> reservations, String unit, Cause cause) {
        List<UUID> orderIds =
                reservations.stream().map(Reservation::orderId).distinct().toList();
        orders.lock(orderIds);
        jdbi.useHandle(handle -> CombinedStatement.of(ReservationRepository.reserveParts(reservations))
                .and(List.of(OrderLineRepository.allocatePart(reservations)))
                .execute(handle));
        Map<UUID, List<Allocation>> byOrder = new HashMap<>();
        for (Reservation reservation : reservations) {
            byOrder.computeIfAbsent(reservation.orderId(), order -> new ArrayList<>())
                    .add(AllocateOrders.allocation(reservation.line(), reservation.units(), unit));
        }
        outbox.append(
                recalculateOrder.afterAllocation(orderIds).stream()
                        .map(order -> new OrderAllocated(
                                order.orderId(), byOrder.getOrDefault(order.orderId(), List.of()), order.complete()))
                        .toList(),
                cause);
    }
}
