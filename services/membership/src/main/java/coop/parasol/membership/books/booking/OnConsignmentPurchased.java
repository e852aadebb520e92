package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.books.setoff.rules.SetOff;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.Payables;
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
    private final SetOffClaims setOffClaims;
    private final MemberGoods goods;
    private final Payables payables;
    private final BylawsInForce bylaws;
    private final FirmClock clock;
    private final FirmCurrency currency;

    OnConsignmentPurchased(
            ShareCount shareCount,
            Journal journal,
            OwnGoods ownGoods,
            SetOffClaims setOffClaims,
            MemberGoods goods,
            Payables payables,
            BylawsInForce bylaws,
            FirmClock clock,
            FirmCurrency currency) {
        this.shareCount = shareCount;
        this.journal = journal;
        this.ownGoods = ownGoods;
        this.setOffClaims = setOffClaims;
        this.goods = goods;
        this.payables = payables;
        this.bylaws = bylaws;
        this.clock = clock;
        this.currency = currency;
    }

    @Override
    public void on(ConsignmentPurchased event, Envelope envelope) {
        shareCount.lock();
        goods.boughtIn(List.of(event));
        journal.post(PostingRules.goodsPurchased(event), Cause.by(envelope));
        journal.post(PostingRules.ownGoodsSold(event.purchaseId(), ownGoods.bought(event.goods())), Cause.by(envelope));
        long amount = event.amount().minor();
        long setOff = setOffClaims.setOff(
                Account.GOODS_PAYABLE,
                new SetOff.Raised(event.purchaseId().toString(), event.memberId(), amount),
                Cause.by(envelope));
        if (amount > setOff) {
            payables.create(
                    new Payables.Due(event.purchaseId(), event.memberId(), currency.money(amount - setOff)),
                    new Payables.PayableDetails(
                            PayableKind.GOODS_PURCHASE,
                            clock.today(),
                            "Unsold goods bought in",
                            bylaws.now().version(),
                            envelope.cause().actor()));
        }
    }
}
