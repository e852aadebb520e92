package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Bookings;
import coop.parasol.membership.books.patronage.Pools;
import coop.parasol.membership.treasury.payout.PayPools;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The producer's part of a pool is owed to it, and its business counts; it may be told before the pool is. */
@ApplicationScoped
public class OnPayoutStated implements Handler<PayoutStated> {

    private final Journal journal;
    private final Pools pools;
    private final PayPools payPools;

    OnPayoutStated(Journal journal, Pools pools, PayPools payPools) {
        this.journal = journal;
        this.pools = pools;
        this.payPools = payPools;
    }

    @Override
    public void on(PayoutStated event, Envelope envelope) {
        LocalDate day = pools.stated(
                event.poolId(), event.memberId(), event.salesValue().minor());
        journal.post(Bookings.stated(event, day), Cause.by(envelope));
        payPools.owe(event, envelope.cause().actor());
    }
}
