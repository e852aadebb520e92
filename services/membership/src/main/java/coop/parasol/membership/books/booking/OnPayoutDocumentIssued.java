package coop.parasol.membership.books.booking;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PayoutTaxPostings;
import coop.parasol.membership.books.setoff.OweMembers;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Pricing has drawn up a payout as a document with tax on top: the tax is owed to the member beside the payout, or is a debt of it where
 * the document takes goods back, set off at once against what it is still to be paid. Other documents move nothing here.
 */
@ApplicationScoped
public class OnPayoutDocumentIssued implements SetHandler<PayoutDocumentIssued> {

    private final ShareCount shareCount;
    private final Journal journal;
    private final OweMembers oweMembers;
    private final SetOffClaims setOffClaims;

    OnPayoutDocumentIssued(ShareCount shareCount, Journal journal, OweMembers oweMembers, SetOffClaims setOffClaims) {
        this.shareCount = shareCount;
        this.journal = journal;
        this.oweMembers = oweMembers;
        this.setOffClaims = setOffClaims;
    }

    @Override
    public void onAll(List<Received<PayoutDocumentIssued>> events) {
        List<Journal.Posting> postings = new ArrayList<>();
        List<OweMembers.Amount> owed = new ArrayList<>();
        Map<UUID, Cause> debtors = new LinkedHashMap<>();
        for (Received<PayoutDocumentIssued> received : events) {
            PayoutDocumentIssued event = received.event();
            Money tax = event.taxOnTop();
            if (tax == null) {
                continue;
            }
            Cause cause = Cause.by(received.envelope());
            postings.add(new Journal.Posting(PayoutTaxPostings.issued(event, tax.minor()), cause));
            if (tax.isPositive()) {
                owed.add(amount(event, tax, cause));
            } else {
                debtors.put(event.memberId(), cause);
            }
        }
        if (postings.isEmpty()) {
            return;
        }
        shareCount.lock();
        journal.postAll(postings);
        if (!owed.isEmpty()) {
            oweMembers.owe(PayableKind.PAYOUT_TAX, owed);
        }
        debtors.forEach(setOffClaims::setOffUnpaid);
    }

    private static OweMembers.Amount amount(PayoutDocumentIssued event, Money tax, Cause cause) {
        return new OweMembers.Amount(
                event.documentId().toString(),
                event.documentId(),
                event.memberId(),
                tax,
                "Tax " + event.number(),
                cause);
    }
}
