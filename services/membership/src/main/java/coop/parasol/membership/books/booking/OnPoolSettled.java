package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Bookings;
import coop.parasol.membership.books.patronage.Pools;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What was in the pool is the firm's margin, its costs, and the producers'. */
@ApplicationScoped
public class OnPoolSettled implements Handler<PoolSettled> {

    private final Journal journal;
    private final Pools pools;

    OnPoolSettled(Journal journal, Pools pools) {
        this.journal = journal;
        this.pools = pools;
    }

    @Override
    public void on(PoolSettled event, Envelope envelope) {
        journal.post(Bookings.settled(event, pools.settled(event.poolId(), event.producers())), Cause.by(envelope));
    }
}
