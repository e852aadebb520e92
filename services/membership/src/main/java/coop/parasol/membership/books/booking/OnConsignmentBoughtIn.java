package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.ConsignmentBoughtIn;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Bookings;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The firm owns goods of a leaving member, and owes them to the pool. */
@ApplicationScoped
public class OnConsignmentBoughtIn implements Handler<ConsignmentBoughtIn> {

    private final Journal journal;

    OnConsignmentBoughtIn(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void on(ConsignmentBoughtIn event, Envelope envelope) {
        journal.post(Bookings.boughtIn(event, envelope.id()), Cause.by(envelope));
    }
}
