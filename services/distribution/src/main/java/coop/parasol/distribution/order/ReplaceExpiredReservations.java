package coop.parasol.distribution.order;

import coop.parasol.distribution.stock.ReservationRepository;
import coop.parasol.distribution.stock.UnreservedUnits;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Reserved goods whose last day of sale has passed are not dispatched: the order waits again, and gets other goods if
 * there are any. The caller holds the locks of the order's products and of the order.
 */
@ApplicationScoped
public class ReplaceExpiredReservations {

    private final ReservationRepository reservations;
    private final OrderLineRepository orderLines;
    private final AllocateBackOrders allocateBackOrders;
    private final FirmClock clock;

    ReplaceExpiredReservations(
            ReservationRepository reservations,
            OrderLineRepository orderLines,
            AllocateBackOrders allocateBackOrders,
            FirmClock clock) {
        this.reservations = reservations;
        this.orderLines = orderLines;
        this.allocateBackOrders = allocateBackOrders;
        this.clock = clock;
    }

    public void replace(UUID orderId, Cause cause) {
        List<UnreservedUnits> unreserved = reservations.unreserveExpired(orderId, clock.today());
        if (!unreserved.isEmpty()) {
            orderLines.backOrder(unreserved);
            allocateBackOrders.allocate(unreserved, cause);
        }
    }
}
