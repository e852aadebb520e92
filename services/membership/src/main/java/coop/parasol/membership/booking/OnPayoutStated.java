package coop.parasol.membership.booking;

import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.ledger.rules.Bookings;
import coop.parasol.membership.patronage.Volumes;
import coop.parasol.membership.payout.PayPools;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The producer's part of a pool is owed to it, and its business counts; it may be told before the pool is. */
@ApplicationScoped
public class OnPayoutStated implements Handler<PayoutStated> {

    private final Journal journal;
    private final Volumes volumes;
    private final PayPools payPools;

    OnPayoutStated(Journal journal, Volumes volumes, PayPools payPools) {
        this.journal = journal;
        this.volumes = volumes;
        this.payPools = payPools;
    }

    @Override
    public void on(PayoutStated event, Envelope envelope) {
        journal.post(Bookings.stated(event), Cause.by(envelope));
        volumes.add(event.poolId(), event.memberId(), event.salesValue().minor());
        payPools.owe(event, envelope.cause().actor());
    }
}
