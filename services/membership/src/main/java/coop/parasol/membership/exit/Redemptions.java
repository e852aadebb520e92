package coop.parasol.membership.exit;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.RedemptionCap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hibernate.Session;

/** What may be paid to leaving members in a year, and how much of it is used up; the same cost however many have left. */
@ApplicationScoped
class Redemptions {

    private final Journal journal;
    private final Session database;

    Redemptions(Journal journal, Session database) {
        this.journal = journal;
        this.database = database;
    }

    /** Minor units; without a cap more than anybody is owed. */
    long cap(int basisPoints) {
        long equity = -journal.balances().entrySet().stream()
                .filter(account -> account.getKey().kind() == Account.Kind.EQUITY)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return RedemptionCap.of(equity, settlements(), basisPoints);
    }

    long releasedIn(int year) {
        return database.createNativeQuery("select released from redemption_year where year = ?1", Long.class)
                .setParameter(1, year)
                .uniqueResultOptional()
                .orElse(0L);
    }

    /** The firm is locked. */
    void release(int year, long amount) {
        if (amount > 0) {
            database.createNativeMutationQuery("insert into redemption_year (year, released) values (?1, ?2)"
                            + " on conflict (year) do update set released = redemption_year.released + ?2")
                    .setParameter(1, year)
                    .setParameter(2, amount)
                    .executeUpdate();
        }
    }

    /** A settlement has been valued. */
    void open(long amount) {
        add(amount);
    }

    /** It is wholly paid. */
    void close(long amount) {
        add(Math.negateExact(amount));
    }

    private void add(long amount) {
        database.createNativeMutationQuery("update unpaid_settlements set total = total + ?1 where id = 1")
                .setParameter(1, amount)
                .executeUpdate();
    }

    private long settlements() {
        return database.createNativeQuery("select total from unpaid_settlements where id = 1", Long.class)
                .getSingleResult();
    }
}
