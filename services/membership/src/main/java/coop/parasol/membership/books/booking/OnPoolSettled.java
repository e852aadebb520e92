package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A settled pool: what partners have paid for its goods is divided into the firm's margin, its costs and the producers' payouts. */
@ApplicationScoped
public class OnPoolSettled implements Handler<PoolSettled> {

    private final Journal journal;
    private final SettledPools settledPools;

    OnPoolSettled(Journal journal, SettledPools settledPools) {
        this.journal = journal;
        this.settledPools = settledPools;
    }

    @Override
    public void on(PoolSettled event, Envelope envelope) {
        journal.post(
                PostingRules.poolSettled(event, settledPools.recordSettlement(event.settlementId(), event.producers())),
                Cause.by(envelope));
    }
}
