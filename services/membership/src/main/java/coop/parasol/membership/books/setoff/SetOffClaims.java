package coop.parasol.membership.books.setoff;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.setoff.rules.SetOff;
import coop.parasol.membership.books.setoff.rules.SetOff.Raised;
import coop.parasol.membership.buyin.BuyIns;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sets off what a member still owes after its exit, a claim of the firm, against what the firm comes to owe it later. A member that
 * holds a share pays its instalments when they are due; nothing is set off of it before its exit is valued.
 */
@ApplicationScoped
public class SetOffClaims {

    private final Journal journal;
    private final ShareHolders shareHolders;
    private final BuyIns buyIns;

    SetOffClaims(Journal journal, ShareHolders shareHolders, BuyIns buyIns) {
        this.journal = journal;
        this.shareHolders = shareHolders;
        this.buyIns = buyIns;
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
        Set<UUID> former =
                shareHolders.formerAmong(raised.stream().map(Raised::memberId).collect(Collectors.toSet()));
        Map<UUID, Long> owed = former.isEmpty() ? Map.of() : journal.balances(Account.MEMBER_DEBTS, former);
        List<Long> setOff = SetOff.divide(raised, owed);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < raised.size(); i++) {
            long amount = setOff.get(i);
            if (amount > 0) {
                Raised source = raised.get(i);
                entries.add(PostingRules.claimSetOff(payable, source.sourceDocument(), source.memberId(), amount));
                buyIns.setOff(source.memberId(), amount);
            }
        }
        if (!entries.isEmpty()) {
            journal.postAll(entries, cause);
        }
        return setOff;
    }
}
