package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The firm has purchased unsold goods of a leaving member: it owns them, and owes their price to the pool. */
@ApplicationScoped
public class OnConsignmentPurchased implements Handler<ConsignmentPurchased> {

    private final Journal journal;

    OnConsignmentPurchased(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void on(ConsignmentPurchased event, Envelope envelope) {
        journal.post(PostingRules.goodsPurchased(event, envelope.id()), Cause.by(envelope));
    }
}
