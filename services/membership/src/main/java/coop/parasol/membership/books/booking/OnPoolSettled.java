package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What was in the pool is the firm's margin, its costs, and the producers'. */
@ApplicationScoped
public class OnPoolSettled implements Handler<PoolSettled> {

    private final Journal journal;
    private final SettledPools pools;

    OnPoolSettled(Journal journal, SettledPools pools) {
        this.journal = journal;
        this.pools = pools;
    }

    @Override
    public void on(PoolSettled event, Envelope envelope) {
        journal.post(
                PostingRules.poolSettled(event, pools.settled(event.poolId(), event.producers())), Cause.by(envelope));
    }
}
