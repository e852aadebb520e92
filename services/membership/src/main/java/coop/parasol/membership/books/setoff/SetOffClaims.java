package coop.parasol.membership.books.setoff;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.Journal.Booked;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.setoff.rules.DueDebt;
import coop.parasol.membership.books.setoff.rules.SetOff;
import coop.parasol.membership.books.setoff.rules.SetOff.Raised;
import coop.parasol.membership.buyin.BuyIns;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws.SetOffOrder;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.membership.treasury.payment.SettlePayables;
import coop.parasol.membership.treasury.payment.SettlePayables.Unpaid;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sets off what a member owes the firm, and is due, against what the firm owes it, in the bylaws' order: what recalls have cost, advances
 * on goods that are lost and other claims, and the parts of the price of its share whose day has come. At the valuation of its exit all
 * that it still owes is due.
 */
@ApplicationScoped
public class SetOffClaims {

    /** As {@link PostingRules#claimSetOff} names it. */
    private static final String SET_OFF = "ClaimSetOff";

    private final Journal journal;
    private final DueDebts dueDebts;
    private final BylawsInForce bylaws;
    private final ShareHolders shareHolders;
    private final BuyIns buyIns;
    private final SettlePayables settlePayables;

    SetOffClaims(
            Journal journal,
            DueDebts dueDebts,
            BylawsInForce bylaws,
            ShareHolders shareHolders,
            BuyIns buyIns,
            SettlePayables settlePayables) {
        this.journal = journal;
        this.dueDebts = dueDebts;
        this.bylaws = bylaws;
        this.shareHolders = shareHolders;
        this.buyIns = buyIns;
        this.settlePayables = settlePayables;
    }

    /** As {@link #setOff(Account, List, Cause)}, of one amount. */
    public long setOff(Account payable, Raised raised, Cause cause) {
        return setOff(payable, List.of(raised), cause).getFirst();
    }

    /**
     * Posts the set-off. The firm is locked, and the amounts are posted to the account already.
     *
     * @param payable the liability to the members on which the amounts are
     * @return what is set off of each amount, minor units; the remainder is to be paid
     */
    public List<Long> setOff(Account payable, List<Raised> raised, Cause cause) {
        return setOff(payable, raised, Collections.nCopies(raised.size(), cause));
    }

    /**
     * The same for amounts of several decisions.
     *
     * @param causes of each amount
     */
    public List<Long> setOff(Account payable, List<Raised> raised, List<Cause> causes) {
        Map<UUID, DueDebt> debts =
                dueDebts.of(raised.stream().map(Raised::memberId).collect(Collectors.toSet()));
        if (debts.isEmpty()) {
            return Collections.nCopies(raised.size(), 0L);
        }
        SetOffOrder order = bylaws.now().setOffOrder();
        List<Long> setOff = SetOff.divide(raised, sums(debts));
        List<Journal.Posting> postings = new ArrayList<>();
        for (int i = 0; i < raised.size(); i++) {
            long amount = setOff.get(i);
            if (amount > 0) {
                Raised source = raised.get(i);
                postings.add(new Journal.Posting(
                        PostingRules.claimSetOff(payable, source.sourceDocument(), source.memberId(), amount),
                        causes.get(i)));
                settled(debts, source.memberId(), amount, order);
            }
        }
        if (!postings.isEmpty()) {
            journal.postAll(postings);
        }
        return setOff;
    }

    /**
     * Posts the set-off against all that a member is still to be paid and that is not sent to a bank: the longest due payable first.
     * The firm is locked.
     */
    public void setOffUnpaid(UUID memberId, Cause cause) {
        Map<UUID, DueDebt> debts = dueDebts.of(Set.of(memberId));
        if (debts.isEmpty()) {
            return;
        }
        SetOffOrder order = bylaws.now().setOffOrder();
        List<Unpaid> unpaid = settlePayables.unpaid(memberId, cause);
        List<Long> setOff = SetOff.divide(
                unpaid.stream()
                        .map(payable -> new Raised(payable.payableId().toString(), memberId, payable.amount()))
                        .toList(),
                sums(debts));
        for (int i = 0; i < unpaid.size(); i++) {
            long amount = setOff.get(i);
            if (amount > 0) {
                Unpaid payable = unpaid.get(i);
                journal.post(
                        PostingRules.claimSetOff(account(payable.kind()), nextDocument(payable), memberId, amount),
                        cause);
                settled(debts, memberId, amount, order);
                settlePayables.setOff(payable, amount, cause);
            }
        }
    }

    /**
     * The equity of a member has settled so much of what it owes, minor units; its share is cancelled, and the books do not say so yet.
     */
    public void settledByEquity(UUID memberId, long amount) {
        settled(dueDebts.of(Set.of(memberId)), memberId, amount, bylaws.now().setOffOrder());
    }

    private static Map<UUID, Long> sums(Map<UUID, DueDebt> debts) {
        return debts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, debt -> debt.getValue().sum()));
    }

    /** In the books all is one account; of the price of the share it is kept which part is settled. */
    private void settled(Map<UUID, DueDebt> debts, UUID memberId, long amount, SetOffOrder order) {
        DueDebt debt = debts.getOrDefault(memberId, DueDebt.NONE);
        long price = debt.ofSharePrice(amount, order);
        if (price > 0) {
            buyIns.setOff(memberId, price);
        }
        debts.replace(memberId, debt.less(amount, order));
    }

    /** What is set off for the first time goes by the payable, another time by the payable and a number. */
    private String nextDocument(Unpaid payable) {
        String document = payable.payableId().toString();
        int before = journal.about(SET_OFF, document).size();
        return before == 0 ? document : document + ":" + (before + 1);
    }

    /**
     * The bank had paid what was set off: the claim is open again, and the payable owed as before. The firm is locked.
     *
     * @param amount minor units
     * @param since what was set off before stays so
     * @return false if what was set off since then is another amount; nothing is posted then
     */
    public boolean reverse(Unpaid payable, UUID memberId, long amount, Instant since, Cause cause) {
        List<Booked> booked = journal.about(SET_OFF, payable.payableId().toString()).stream()
                .filter(entry -> !entry.isReversed() && !entry.bookedAt().isBefore(since))
                .toList();
        List<Entry> reversals = new ArrayList<>();
        long sum = 0;
        for (Booked entry : booked) {
            List<Entry.Line> lines = journal.lines(entry.entry());
            sum += lines.stream().mapToLong(line -> Math.max(0, line.amount())).sum();
            reversals.add(PostingRules.claimSetOffReversed(entry.sourceDocument(), memberId, entry.entry(), lines));
        }
        if (sum != amount) {
            return false;
        }
        journal.postAll(reversals, cause);
        buyIns.reopen(memberId, amount);
        settlePayables.reverseSetOff(payable, amount, cause);
        return true;
    }

    /**
     * As {@link #reverse}, of an amount that no entry of its own explains.
     *
     * @param amount minor units, at most what was set off against the payable
     */
    public void openAgain(Unpaid payable, UUID memberId, long amount, Cause cause) {
        journal.post(
                PostingRules.claimOpenedAgain(account(payable.kind()), payable.payableId(), memberId, amount), cause);
        if (!shareHolders.holdsShare(memberId)) {
            buyIns.reopen(memberId, amount);
        }
        settlePayables.reverseSetOff(payable, amount, cause);
    }

    /** The liability to the members on which a payable of the kind is. */
    static Account account(PayableKind kind) {
        return switch (kind) {
            case POOL_PAYOUT -> Account.POOL_PAYABLE;
            case PAYOUT_TAX -> Account.PAYOUT_TAX_PAYABLE;
            case ADVANCE -> Account.ADVANCE_PAYABLE;
            case PATRONAGE_BONUS, REVOLVED_CAPITAL -> Account.PATRONAGE_PAYABLE;
            case GOODS_PURCHASE -> Account.GOODS_PAYABLE;
            case EXIT -> Account.EXIT_PAYABLE;
        };
    }
}
