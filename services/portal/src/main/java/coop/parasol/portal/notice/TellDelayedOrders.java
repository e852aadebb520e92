package coop.parasol.portal.notice;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.portal.notice.rules.NoticeDraft;
import coop.parasol.portal.notice.rules.NoticeFacts;
import coop.parasol.portal.notice.rules.NoticeSubject;
import coop.parasol.portal.notice.rules.Recipient;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Tells partners of orders that are delayed: the week in which the goods are wanted is over, and they are not allocated in full. No
 * event says so, because nothing has happened; each order is told once.
 */
@ApplicationScoped
class TellDelayedOrders {

    private static final int MAX_ORDERS = 500;

    private final AwaitedOrders orders;
    private final MakeNotices notices;
    private final FirmClock clock;

    TellDelayedOrders(AwaitedOrders orders, MakeNotices notices, FirmClock clock) {
        this.orders = orders;
        this.notices = notices;
        this.clock = clock;
    }

    @Scheduled(
            every = "{parasol.notice.delayed-orders-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        orders.takeLate(Period.of(clock.today().minusWeeks(1)), MAX_ORDERS)
                .forEach(late -> notices.of(
                        late.orderId(),
                        new NoticeDraft(
                                new Recipient.Partner(late.partnerId()),
                                NoticeSubject.ORDER_DELAYED,
                                late.orderId(),
                                NoticeFacts.none()
                                        .with("reference", late.reference())
                                        .with("week", late.week())),
                        clock.now()));
    }
}
