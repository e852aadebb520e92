package coop.parasol.membership.books.booking;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.AdvancePostings;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.ledger.rules.PayoutTaxPostings;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PaymentLedger;
import coop.parasol.membership.treasury.payment.SettlePayables.Unpaid;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Posts to the books what treasury has paid, and what has come back. */
@ApplicationScoped
class PostPayments implements PaymentLedger {

    private final Journal journal;
    private final ShareCount shareCount;
    private final SetOffClaims setOffClaims;

    PostPayments(Journal journal, ShareCount shareCount, SetOffClaims setOffClaims) {
        this.journal = journal;
        this.shareCount = shareCount;
        this.setOffClaims = setOffClaims;
    }

    @Override
    public void lock() {
        shareCount.lock();
    }

    @Override
    public long postPayment(PaidPayable payable, Cause cause) {
        return journal.post(entry(payable), cause);
    }

    @Override
    public void postReturn(PaidPayable payable, long entry, String bankReference, String reason, Cause cause) {
        journal.post(
                PostingRules.paymentReturned(
                        payable.payableId(), payable.memberId(), entry, journal.lines(entry), bankReference, reason),
                cause);
    }

    @Override
    public boolean reverseSetOff(Unpaid payable, UUID memberId, long amount, Instant since, Cause cause) {
        return setOffClaims.reverse(payable, memberId, amount, since, cause);
    }

    @Override
    public void openClaimAgain(Unpaid payable, UUID memberId, long amount, Cause cause) {
        setOffClaims.openAgain(payable, memberId, amount, cause);
    }

    @Override
    public void owedAgain(UUID memberId, Cause cause) {
        setOffClaims.setOffUnpaid(memberId, cause);
    }

    private static Entry entry(PaidPayable payable) {
        String sourceDocument = payable.sourceDocument();
        UUID member = payable.memberId();
        long amount = payable.amount().minor();
        String reference = payable.bankReference();
        return switch (payable.kind()) {
            case POOL_PAYOUT -> PostingRules.payoutPaid(sourceDocument, member, amount, reference);
            case PAYOUT_TAX -> PayoutTaxPostings.paid(sourceDocument, member, amount, reference);
            case ADVANCE -> AdvancePostings.paid(sourceDocument, member, amount, reference);
            case PATRONAGE_BONUS -> PostingRules.patronagePaid(sourceDocument, member, amount, reference);
            case REVOLVED_CAPITAL -> PostingRules.revolvedCapitalPaid(sourceDocument, member, amount, reference);
            case GOODS_PURCHASE -> PostingRules.purchasedGoodsPaid(sourceDocument, member, amount, reference);
            case EXIT -> PostingRules.exitInstalmentPaid(sourceDocument, member, amount, reference);
        };
    }
}
