package coop.parasol.membership.books.setoff;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.setoff.rules.DueDebt;
import coop.parasol.membership.buyin.BuyIns;
import coop.parasol.membership.member.ShareHolders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What members owe the firm that is due, as the books and the instalments of shares say at this moment. The price of a share is due part
 * by part, on the day of each; once the share is valued and cancelled all that is left of it is due.
 */
@ApplicationScoped
public class DueDebts {

    private final Journal journal;
    private final BuyIns buyIns;
    private final ShareHolders shareHolders;

    DueDebts(Journal journal, BuyIns buyIns, ShareHolders shareHolders) {
        this.journal = journal;
        this.buyIns = buyIns;
        this.shareHolders = shareHolders;
    }

    /** What a member owes that is due. */
    public DueDebt of(UUID memberId) {
        return of(List.of(memberId)).getOrDefault(memberId, DueDebt.NONE);
    }

    /** What each member owes that is due; those that owe nothing are left out. */
    Map<UUID, DueDebt> of(Collection<UUID> members) {
        Map<UUID, Long> owed = new HashMap<>(journal.balances(Account.MEMBER_DEBTS, members));
        owed.values().removeIf(amount -> amount <= 0);
        if (owed.isEmpty()) {
            return new HashMap<>();
        }
        Map<UUID, BuyIns.OpenPrice> prices = buyIns.openPrices(owed.keySet());
        Set<UUID> former = shareHolders.formerAmong(prices.keySet());
        Map<UUID, DueDebt> due = new HashMap<>();
        owed.forEach((member, amount) -> {
            BuyIns.OpenPrice price = prices.getOrDefault(member, new BuyIns.OpenPrice(member, 0, 0));
            due.put(member, DueDebt.of(amount, price.open(), former.contains(member) ? price.open() : price.due()));
        });
        due.values().removeIf(debt -> debt.sum() == 0);
        return due;
    }
}
