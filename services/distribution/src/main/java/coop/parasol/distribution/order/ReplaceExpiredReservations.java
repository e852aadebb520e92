package coop.parasol.distribution.order;

import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.distribution.stock.UnreservedUnits;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Reserved goods whose last day of sale has passed are not dispatched: the order waits again, and gets other goods if
 * there are any, in the same transaction. The caller holds the locks of the order's products, and of no order yet.
 */
@ApplicationScoped
public class ReplaceExpiredReservations {

    private final ReservationRepository reservations;
    private final OrderLineRepository orderLines;
    private final PendingLines pendingLines;
    private final AllocateOrders allocateOrders;
    private final FirmClock clock;

    ReplaceExpiredReservations(
            ReservationRepository reservations,
            OrderLineRepository orderLines,
            PendingLines pendingLines,
            AllocateOrders allocateOrders,
            FirmClock clock) {
        this.reservations = reservations;
        this.orderLines = orderLines;
        this.pendingLines = pendingLines;
        this.allocateOrders = allocateOrders;
        this.clock = clock;
    }

    public void replace(UUID orderId) {
        List<UnreservedUnits> unreserved = reservations.unreserveExpired(orderId, clock.today());
        if (!unreserved.isEmpty()) {
            orderLines.backOrder(unreserved);
            List<ProductGrade> goods =
                    unreserved.stream().map(UnreservedUnits::goods).distinct().toList();
            pendingLines.lookFor(goods);
            allocateOrders.ofProducts(
                    goods.stream().map(ProductGrade::product).distinct().toList(), List.of(orderId));
        }
    }
}
