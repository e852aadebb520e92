package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A partner has paid an invoice: the money is in the bank. */
@ApplicationScoped
public class OnPaymentReceived implements Handler<PaymentReceived> {

    private final Journal journal;

    OnPaymentReceived(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void on(PaymentReceived event, Envelope envelope) {
        journal.post(PostingRules.paymentReceived(event), Cause.by(envelope));
    }
}
