package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.membership.pool.MemberReceipts;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A partner has paid an invoice: the money is in the bank, and members' receipts are in a pool to come. */
@ApplicationScoped
public class OnPaymentReceived implements SetHandler<PaymentReceived> {

    private final Journal journal;
    private final MemberReceipts receipts;
    private final MemberGoods goods;

    OnPaymentReceived(Journal journal, MemberReceipts receipts, MemberGoods goods) {
        this.journal = journal;
        this.receipts = receipts;
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<PaymentReceived>> events) {
        journal.postAll(events.stream()
                .map(received -> new Journal.Posting(
                        PostingRules.paymentReceived(received.event()), Cause.by(received.envelope())))
                .toList());
        List<PaymentReceived> payments = events.stream().map(Received::event).toList();
        receipts.received(payments);
        goods.paid(payments);
    }
}
