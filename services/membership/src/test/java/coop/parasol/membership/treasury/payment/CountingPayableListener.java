package coop.parasol.membership.treasury.payment;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A feature that owes money, books what is paid, and counts how often it hears that it was paid or has come back. */
@ApplicationScoped
public class CountingPayableListener implements PayableListener {

    static final String KIND = "test";

    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    private final List<UUID> back = new CopyOnWriteArrayList<>();
    private final Journal journal;

    CountingPayableListener(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public long paid(Payment payment, Cause cause) {
        heard.add(payment.sourceId());
        long amount = payment.amount().minor();
        return journal.post(
                new Entry.Builder()
                        .debit(Account.POOL_MONEY, payment.memberId(), amount)
                        .credit(Account.BANK, amount)
                        .entry("SomethingPaid", payment.about(), payment.memberId(), payment.bankReference()),
                cause);
    }

    @Override
    public void returned(Payment payment, String reason, Cause cause) {
        back.add(payment.sourceId());
    }

    long heard(UUID sourceId) {
        return heard.stream().filter(sourceId::equals).count();
    }

    long back(UUID sourceId) {
        return back.stream().filter(sourceId::equals).count();
    }
}
