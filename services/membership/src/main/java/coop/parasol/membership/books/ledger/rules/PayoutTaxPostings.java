package coop.parasol.membership.books.ledger.rules;

import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import java.util.UUID;

/**
 * Posting rules of the tax that payout documents have on top: owed to the member beside its payout, and recoverable from the tax office,
 * so that the firm earns and loses nothing by it. Amounts are minor units.
 */
public final class PayoutTaxPostings {

    private PayoutTaxPostings() {}

    /**
     * A document was issued. Where it takes goods back, the member owes their tax to the firm, which owes it to the tax office.
     *
     * @param tax of the document; negative where goods were taken back
     */
    public static Entry issued(PayoutDocumentIssued event, long tax) {
        Entry.Builder entry = new Entry.Builder().debit(Account.INPUT_TAX, tax);
        if (tax < 0) {
            entry.debit(Account.MEMBER_DEBTS, event.memberId(), Math.negateExact(tax));
        } else {
            entry.credit(Account.PAYOUT_TAX_PAYABLE, event.memberId(), tax);
        }
        return entry.narrative("Tax on top of a payout")
                .build("PayoutDocumentIssued", event.documentId(), event.memberId(), event.number());
    }

    /** The tax has been paid to the member. */
    public static Entry paid(String sourceDocument, UUID member, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.PAYOUT_TAX_PAYABLE, member, amount)
                .credit(Account.BANK, amount)
                .narrative("Tax on top of a payout paid out")
                .build("PayoutTaxPaid", sourceDocument, member, reference);
    }
}
