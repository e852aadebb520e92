package coop.parasol.membership.books.patronage;

import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.treasury.payment.PayableListener;
import java.util.UUID;

/** Which entries patronage capital and bonuses become. Amounts in minor units. */
public final class Patronage {

    /** Kind of payable: limited return and cash part of a bonus; its source is the allotment. */
    public static final String BONUS = "PATRONAGE_BONUS";

    /** Kind of payable: revolved capital; its source is the lot. */
    public static final String REVOLVED = "REVOLVED_CAPITAL";

    private Patronage() {}

    static Entry paid(String event, PayableListener.Payment payment, String words) {
        long amount = payment.amount().minor();
        return new Entry.Builder()
                .debit(Account.PATRONAGE_PAYABLE, payment.memberId(), amount)
                .credit(Account.BANK, amount)
                .narrative(words)
                .entry(event, payment.about(), payment.memberId(), payment.bankReference());
    }

    static Entry revolved(UUID lot, UUID member, int year, long amount) {
        return new Entry.Builder()
                .debit(Account.PATRONAGE_CAPITAL, member, amount)
                .credit(Account.PATRONAGE_PAYABLE, member, amount)
                .narrative("Patronage capital of " + year + " revolved")
                .entry("CapitalRevolved", lot, member, null);
    }
}
