package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.membership.pool.MemberReceipts;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** A partner has paid an invoice: the money is in the bank, members' receipts are in a pool to come, and own goods become cost. */
@ApplicationScoped
public class OnPaymentReceived implements SetHandler<PaymentReceived> {

    private final ShareCount shareCount;
    private final Journal journal;
    private final MemberReceipts receipts;
    private final MemberGoods goods;
    private final OwnGoods ownGoods;

    OnPaymentReceived(
            ShareCount shareCount, Journal journal, MemberReceipts receipts, MemberGoods goods, OwnGoods ownGoods) {
        this.shareCount = shareCount;
        this.journal = journal;
        this.receipts = receipts;
        this.goods = goods;
        this.ownGoods = ownGoods;
    }

    @Override
    public void onAll(List<Received<PaymentReceived>> events) {
        shareCount.lock();
        List<PaymentReceived> payments = events.stream().map(Received::event).toList();
        List<Long> costs = ownGoods.sold(payments.stream()
                .map(payment -> payment.goods().stream()
                        .filter(goods -> goods.memberId() == null)
                        .toList())
                .toList());
        List<Journal.Posting> postings = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            Cause cause = Cause.by(events.get(i).envelope());
            postings.add(new Journal.Posting(PostingRules.paymentReceived(payments.get(i)), cause));
            postings.add(new Journal.Posting(
                    PostingRules.ownGoodsSold(payments.get(i).invoiceId(), costs.get(i)), cause));
        }
        journal.postAll(postings);
        receipts.received(payments);
        goods.paid(payments);
    }
}
