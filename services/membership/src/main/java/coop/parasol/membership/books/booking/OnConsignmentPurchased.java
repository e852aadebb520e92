package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.setoff.OweMembers;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The firm has bought in unsold goods of a leaving member: it owns them at cost, and owes their price as it owes everything. */
@ApplicationScoped
public class OnConsignmentPurchased implements Handler<ConsignmentPurchased> {

    private final ShareCount shareCount;
    private final Journal journal;
    private final OwnGoods ownGoods;
    private final OweMembers oweMembers;
    private final MemberGoods goods;

    OnConsignmentPurchased(
            ShareCount shareCount, Journal journal, OwnGoods ownGoods, OweMembers oweMembers, MemberGoods goods) {
        this.shareCount = shareCount;
        this.journal = journal;
        this.ownGoods = ownGoods;
        this.oweMembers = oweMembers;
        this.goods = goods;
    }

    @Override
    public void on(ConsignmentPurchased event, Envelope envelope) {
        shareCount.lock();
        goods.boughtIn(List.of(event));
        journal.post(PostingRules.goodsPurchased(event), Cause.by(envelope));
        journal.post(PostingRules.ownGoodsSold(event.purchaseId(), ownGoods.bought(event.goods())), Cause.by(envelope));
        oweMembers.owe(
                PayableKind.GOODS_PURCHASE,
                List.of(new OweMembers.Amount(
                        event.purchaseId().toString(),
                        event.purchaseId(),
                        event.memberId(),
                        event.amount(),
                        "Unsold goods bought in",
                        Cause.by(envelope))));
    }
}
