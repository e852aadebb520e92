package coop.parasol.membership.books.ledger.rules;

import coop.parasol.contracts.AdvanceEvent.AdvanceDue;
import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import java.util.UUID;

/**
 * Posting rules of advances: an asset until a settlement deducts it ({@link PostingRules#payoutStated}) or it is declared due, and owed to
 * the member until it is paid. Amounts are minor units.
 */
public final class AdvancePostings {

    private AdvancePostings() {}

    /** The firm owes the member an advance, and has a claim on the proceeds of its goods. */
    public static Entry granted(AdvanceGranted event) {
        long amount = event.amount().minor();
        return new Entry.Builder()
                .debit(Account.ADVANCES, event.memberId(), amount)
                .credit(Account.ADVANCE_PAYABLE, event.memberId(), amount)
                .narrative("Advance on certified goods: " + event.product() + ", grade " + event.grade())
                .build("AdvanceGranted", event.advanceId(), event.memberId(), null);
    }

    /** An advance has been paid. */
    public static Entry paid(String sourceDocument, UUID member, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.ADVANCE_PAYABLE, member, amount)
                .credit(Account.BANK, amount)
                .narrative("Advance paid out")
                .build("AdvancePaid", sourceDocument, member, reference);
    }

    /**
     * Goods will not be settled any more: what of the advance on them was not paid out is owed no more, the rest is a debt of the member
     * like any other.
     *
     * @param unpaid part of the amount that is not paid out, and will not be
     */
    public static Entry due(AdvanceDue event, long unpaid) {
        long amount = event.amount().minor();
        String why = switch (event.reason()) {
            case EXPIRED -> "expired unsold";
            case RECALLED -> "were recalled";
            case TAKEN_BACK -> "were taken back";
            case CONSUMED -> "have gone into other batches";
            case BOUGHT_IN -> "were bought in";
        };
        return new Entry.Builder()
                .debit(Account.ADVANCE_PAYABLE, event.memberId(), unpaid)
                .debit(Account.MEMBER_DEBTS, event.memberId(), amount - unpaid)
                .credit(Account.ADVANCES, event.memberId(), amount)
                .narrative("Advance on goods that " + why)
                .build("AdvanceDue", event.dueId(), event.memberId(), null);
    }
}
