package coop.parasol.portal.notice;

import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.messaging.SetHandler;
import coop.parasol.portal.notice.rules.OutdatedNotices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A cancelled order is not late any more. */
@ApplicationScoped
public class OnOrderCancelled implements SetHandler<OrderCancelled> {

    private final AwaitedOrders orders;
    private final MakeNotices notices;

    OnOrderCancelled(AwaitedOrders orders, MakeNotices notices) {
        this.orders = orders;
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<OrderCancelled>> events) {
        notices.outdate(
                orders
                        .noLongerAwaited(events.stream()
                                .map(Received::event)
                                .map(OrderCancelled::orderId)
                                .toList())
                        .stream()
                        .map(OutdatedNotices::ofOrder)
                        .toList());
    }
}
