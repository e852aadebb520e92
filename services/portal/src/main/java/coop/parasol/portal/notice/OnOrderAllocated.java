package coop.parasol.portal.notice;

import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.messaging.SetHandler;
import coop.parasol.portal.notice.rules.OutdatedNotices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** An order that is allocated in full is not late any more. */
@ApplicationScoped
public class OnOrderAllocated implements SetHandler<OrderAllocated> {

    private final AwaitedOrders orders;
    private final MakeNotices notices;

    OnOrderAllocated(AwaitedOrders orders, MakeNotices notices) {
        this.orders = orders;
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<OrderAllocated>> events) {
        notices.outdate(orders
                .noLongerAwaited(events.stream()
                        .map(Received::event)
                        .filter(OrderAllocated::complete)
                        .map(OrderAllocated::orderId)
                        .toList())
                .stream()
                .map(OutdatedNotices::ofOrder)
                .toList());
    }
}
