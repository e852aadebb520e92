package coop.parasol.membership.books.ledger.rules;

import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Posting rules: which journal entry each business event becomes. Amounts are minor units. What a period close posts is in
 * {@code close/rules/ClosingEntries}, what the treasurer enters by hand in {@code manualentry/rules/ManualEntryRules}.
 */
public final class PostingRules {

    private static final int MAX_NARRATIVE_LENGTH = 500;

    private PostingRules() {}

    /**
     * The price of a share is equity, never sales. All of it is credited to equity with the first payment; the part that is
     * not paid yet is a receivable from the member.
     */
    public static Entry buyInPaid(UUID member, long price, long paid, String reference) {
        return new Entry.Builder()
                .debit(Account.BANK, paid)
                .debit(Account.MEMBER_DEBTS, member, price - paid)
                .credit(Account.EQUAL_SHARE_CAPITAL, price)
                .narrative("Price of one share")
                .build("BuyInPaid", member, member, reference);
    }

    /** The price of a share, paid at once. */
    public static Entry buyInPaid(UUID member, long price, String reference) {
        return buyInPaid(member, price, price, reference);
    }

    /** Another part of the price has come in. */
    public static Entry buyInInstalmentPaid(UUID member, int number, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.BANK, amount)
                .credit(Account.MEMBER_DEBTS, member, amount)
                .narrative("Part of the price of one share")
                .build("BuyInInstalmentPaid", member + ":" + number, member, reference);
    }

    /** What partners pay for members' goods is the members' until their pool is settled; what they pay for the firm's own goods is income. */
    public static Entry paymentReceived(PaymentReceived event) {
        long own = event.goods().stream()
                .filter(goods -> goods.memberId() == null)
                .mapToLong(goods -> goods.amount().minor())
                .sum();
        return new Entry.Builder()
                .debit(Account.BANK, event.amount().minor())
                .credit(Account.POOL_RECEIPTS, event.amount().minor() - own)
                .credit(Account.OWN_SALES, own)
                .narrative("A partner has paid an invoice")
                .build("PaymentReceived", event.invoiceId(), null, event.bankReference());
    }

    /** The firm has bought in a leaving member's unsold goods: an asset at cost, and owed to the member. They are in no pool. */
    public static Entry goodsPurchased(ConsignmentPurchased event) {
        long amount = event.amount().minor();
        return new Entry.Builder()
                .debit(Account.PURCHASED_GOODS, amount)
                .credit(Account.GOODS_PAYABLE, event.memberId(), amount)
                .narrative("Unsold goods of a leaving member, bought in")
                .build("ConsignmentPurchased", event.purchaseId(), event.memberId(), null);
    }

    /**
     * Goods that the firm had bought in are sold: what they have cost is an asset no more.
     *
     * @param sourceDocument the invoice that was paid, or the purchase where that is told later
     * @param cost in minor units
     */
    public static Entry ownGoodsSold(UUID sourceDocument, long cost) {
        return new Entry.Builder()
                .debit(Account.COST_OF_OWN_GOODS, cost)
                .credit(Account.PURCHASED_GOODS, cost)
                .narrative("Cost of goods bought in and sold")
                .build("OwnGoodsSold", sourceDocument, null, null);
    }

    /** Goods that were bought in have been paid. */
    public static Entry purchasedGoodsPaid(String sourceDocument, UUID member, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.GOODS_PAYABLE, member, amount)
                .credit(Account.BANK, amount)
                .narrative("Goods bought in paid")
                .build("PurchasedGoodsPaid", sourceDocument, member, reference);
    }

    /** @param day for which the pool counts, with all its statements */
    public static Entry poolSettled(PoolSettledV2 event, LocalDate day) {
        return new Entry.Builder()
                .debit(Account.POOL_RECEIPTS, event.receipts().minor())
                .credit(Account.MARGIN_INCOME, event.margin().minor())
                .credit(Account.COST_RECOVERY, event.costs().minor())
                .credit(
                        Account.PAYOUT_CLEARING,
                        event.payouts().minor() - event.charges().minor())
                .credit(
                        Account.POOL_CARRY,
                        event.carryOut().minor() - event.carryIn().minor())
                .narrative("Pool of " + event.product() + " for " + event.period() + " settled")
                .bookedOn(day)
                .build("PoolSettled", event.settlementId(), null, figures(event.figures()));
    }

    /**
     * A producer's part of a pool; what it owes because goods of its own were recalled is its debt to the firm.
     *
     * @param day for which the pool counts
     */
    public static Entry payoutStated(PayoutStatedV2 event, LocalDate day) {
        return new Entry.Builder()
                .debit(
                        Account.PAYOUT_CLEARING,
                        event.gross().minor() - event.charged().minor())
                .debit(Account.MEMBER_DEBTS, event.memberId(), event.charged().minor())
                .credit(Account.ADVANCES, event.memberId(), event.advances().minor())
                .credit(Account.POOL_PAYABLE, event.memberId(), event.payable().minor())
                .narrative("Part of the pool of " + event.product() + " for " + event.period())
                .bookedOn(day)
                .build(
                        "PayoutStated",
                        event.settlementId() + ":" + event.memberId(),
                        event.memberId(),
                        figures(event.figures()));
    }

    /** The reference of an entry from a pool: by the hash chain, the books hold the figures that its statements follow from. */
    private static @Nullable String figures(@Nullable String digest) {
        return digest == null ? null : "sha-256 " + digest;
    }

    public static Entry payoutPaid(Object payout, UUID member, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.POOL_PAYABLE, member, amount)
                .credit(Account.BANK, amount)
                .narrative("Pool money paid out")
                .build("PayoutPaid", payout, member, reference);
    }

    /** The limited return and the cash part of a patronage bonus have been paid. */
    public static Entry patronagePaid(String sourceDocument, UUID member, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.PATRONAGE_PAYABLE, member, amount)
                .credit(Account.BANK, amount)
                .narrative("Patronage bonus paid out")
                .build("PatronagePaid", sourceDocument, member, reference);
    }

    /** Patronage capital of one period is owed to the member: the bylaws' years have passed. */
    public static Entry capitalRevolved(UUID lot, UUID member, int year, long amount) {
        return new Entry.Builder()
                .debit(Account.PATRONAGE_CAPITAL, member, amount)
                .credit(Account.PATRONAGE_PAYABLE, member, amount)
                .narrative("Patronage capital of " + year + " revolved")
                .build("CapitalRevolved", lot, member, null);
    }

    /** Revolved patronage capital has been paid. */
    public static Entry revolvedCapitalPaid(String sourceDocument, UUID member, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.PATRONAGE_PAYABLE, member, amount)
                .credit(Account.BANK, amount)
                .narrative("Revolved patronage capital paid out")
                .build("RevolvedCapitalPaid", sourceDocument, member, reference);
    }

    /** How a leaving member's account is divided at the valuation. */
    public record Settlement(long equalShare, long patronageCapital, long debts, long holdback, long payable) {}

    /** The share is cancelled at its value, the patronage capital set free, debts set off, a part held back; the rest is owed. */
    public static Entry exitValued(UUID exit, UUID member, Settlement settlement) {
        return new Entry.Builder()
                .debit(Account.EQUAL_SHARE_CAPITAL, settlement.equalShare())
                .debit(Account.PATRONAGE_CAPITAL, member, settlement.patronageCapital())
                .credit(Account.MEMBER_DEBTS, member, settlement.debts())
                .credit(Account.HOLDBACK, member, settlement.holdback())
                .credit(Account.EXIT_PAYABLE, member, settlement.payable())
                .narrative("Share and patronage capital valued on leaving")
                .build("ExitValued", exit, member, null);
    }

    /**
     * What a member owes is settled by what the firm has come to owe it.
     *
     * @param payable the liability that is settled with it
     * @param sourceDocument what the firm has come to owe
     */
    public static Entry claimSetOff(Account payable, String sourceDocument, UUID member, long amount) {
        return new Entry.Builder()
                .debit(payable, member, amount)
                .credit(Account.MEMBER_DEBTS, member, amount)
                .narrative("Set off against what the member owes")
                .build("ClaimSetOff", sourceDocument, member, null);
    }

    /**
     * A claim was settled by money that the bank had paid out: both are as before the set-off.
     *
     * @param entry by which it was set off, with its lines
     */
    public static Entry claimSetOffReversed(String sourceDocument, UUID member, long entry, List<Entry.Line> lines) {
        return new Entry(
                "ClaimSetOffReversed",
                sourceDocument,
                member,
                null,
                "The bank had paid what was set off",
                null,
                entry,
                lines.stream().map(Entry.Line::reversed).toList());
    }

    /**
     * The bank has paid more of a payable than was left of it, as two persons have found: the member owes that again.
     *
     * @param liability on which the payable is
     */
    public static Entry claimOpenedAgain(Account liability, UUID payable, UUID member, long amount) {
        return new Entry.Builder()
                .debit(Account.MEMBER_DEBTS, member, amount)
                .credit(liability, member, amount)
                .narrative("The bank has paid more than was left; owed by the member again")
                .build("ClaimOpenedAgain", payable, member, null);
    }

    public static Entry holdbackReleased(UUID exit, UUID member, long amount) {
        return new Entry.Builder()
                .debit(Account.HOLDBACK, member, amount)
                .credit(Account.EXIT_PAYABLE, member, amount)
                .narrative("Released of what was held back on leaving")
                .build("HoldbackReleased", exit, member, null);
    }

    /** What a recall has cost the firm comes back out of what was held back for it. */
    public static Entry holdbackApplied(UUID charge, UUID member, long amount) {
        return new Entry.Builder()
                .debit(Account.HOLDBACK, member, amount)
                .credit(Account.RECALL_RECOVERY, amount)
                .narrative("Cost of a recall, taken from what was held back")
                .build("HoldbackApplied", charge, member, null);
    }

    public static Entry exitInstalmentPaid(Object payment, UUID member, long amount, String reference) {
        return new Entry.Builder()
                .debit(Account.EXIT_PAYABLE, member, amount)
                .credit(Account.BANK, amount)
                .narrative("Valued equity paid out on leaving")
                .build("InstalmentPaid", payment, member, reference);
    }

    /**
     * Money that was paid has come back: in the bank again, and owed again.
     *
     * @param entry by which it was booked as paid, with its lines
     */
    public static Entry paymentReturned(
            UUID payable, UUID member, long entry, List<Entry.Line> lines, String reference, String reason) {
        List<Entry.Line> back = lines.stream().map(Entry.Line::reversed).toList();
        String words = "Returned by the bank: " + reason;
        return new Entry(
                "PaymentReturned",
                payable.toString(),
                member,
                reference,
                words.substring(0, Math.min(words.length(), MAX_NARRATIVE_LENGTH)),
                null,
                entry,
                back);
    }
}
