package coop.parasol.membership.books.close.rules;

import coop.parasol.membership.books.close.rules.Allocation.Allotted;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The journal entries of a period close: one for the firm, and one for each member that gets something, so that each reads its own. */
public final class ClosingEntries {

    private ClosingEntries() {}

    /** @param results debits less credits of every income and expense account in the period */
    public static List<Entry> of(UUID period, LocalDate lastDay, Map<Account, Long> results, Allocation allocation) {
        List<Entry> entries = new ArrayList<>();
        entries.add(firm(period, lastDay, results, allocation));
        for (Allotted part : allocation.allotted()) {
            entries.add(member(period, lastDay, part));
        }
        return entries;
    }

    private static Entry firm(UUID period, LocalDate lastDay, Map<Account, Long> results, Allocation allocation) {
        Entry.Builder entry = new Entry.Builder();
        results.forEach((account, balance) -> entry.credit(account, balance));
        return entry.credit(Account.LOSS_CARRIED_FORWARD, allocation.toLossCarried())
                .credit(Account.INDIVISIBLE_RESERVE, allocation.toReserve())
                .credit(Account.EQUAL_SHARE_CAPITAL, allocation.toShares())
                .credit(Account.UNDIVIDED_REMAINDER, allocation.toUndivided())
                .credit(Account.SURPLUS_TO_ALLOT, allocation.limitedReturns() + allocation.bonuses())
                .narrative("Result of the period up to " + lastDay + " divided")
                .bookedOn(lastDay)
                .build("PeriodClosed", period, null, null);
    }

    private static Entry member(UUID period, LocalDate lastDay, Allotted part) {
        return new Entry.Builder()
                .debit(Account.SURPLUS_TO_ALLOT, part.limitedReturn() + part.bonus())
                .credit(Account.PATRONAGE_PAYABLE, part.memberId(), part.payable())
                .credit(Account.PATRONAGE_CAPITAL, part.memberId(), part.patronageCapital())
                .narrative("Return and patronage bonus for the period up to " + lastDay)
                .bookedOn(lastDay)
                .build("PatronageAllotted", period + ":" + part.memberId(), part.memberId(), null);
    }
}
