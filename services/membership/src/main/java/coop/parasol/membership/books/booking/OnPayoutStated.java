package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.books.setoff.rules.SetOff;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.pool.MemberReceipts;
import coop.parasol.membership.treasury.payout.PoolPayouts;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** A producer's part of a settled pool: it is owed to the member, and counts as its patronage. May arrive before the pool. */
@ApplicationScoped
public class OnPayoutStated implements Handler<PayoutStated> {

    private final Journal journal;
    private final SettledPools settledPools;
    private final SetOffClaims setOffClaims;
    private final MemberReceipts receipts;
    private final PoolPayouts poolPayouts;
    private final BylawsInForce bylaws;

    OnPayoutStated(
            Journal journal,
            SettledPools settledPools,
            SetOffClaims setOffClaims,
            MemberReceipts receipts,
            PoolPayouts poolPayouts,
            BylawsInForce bylaws) {
        this.journal = journal;
        this.settledPools = settledPools;
        this.setOffClaims = setOffClaims;
        this.receipts = receipts;
        this.poolPayouts = poolPayouts;
        this.bylaws = bylaws;
    }

    @Override
    public void on(PayoutStated event, Envelope envelope) {
        LocalDate day = settledPools.recordStatement(
                event.settlementId(), event.memberId(), event.salesValue().minor());
        receipts.stated(event);
        journal.post(PostingRules.payoutStated(event, day), Cause.by(envelope));
        long setOff = setOffClaims.setOff(
                Account.POOL_PAYABLE,
                new SetOff.Raised(
                        event.settlementId() + ":" + event.memberId(),
                        event.memberId(),
                        event.payable().minor()),
                Cause.by(envelope));
        poolPayouts.createPayout(
                event, setOff, bylaws.now().version(), envelope.cause().actor());
    }
}
