package coop.parasol.membership.exit;

import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.RedemptionCap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * What the bylaws' cap allows to be paid to leaving members in a year, and how much of it is used up; the same cost however many
 * have left. Amounts in minor units.
 */
@ApplicationScoped
class RedemptionBudget {

    private final Journal journal;
    private final Jdbi jdbi;

    RedemptionBudget(Journal journal, Jdbi jdbi) {
        this.journal = journal;
        this.jdbi = jdbi;
    }

    /** What may be used in a year under a cap of so many basis points; without a cap more than anybody is owed. */
    long cap(int basisPoints) {
        long equity = -journal.balances().entrySet().stream()
                .filter(account -> account.getKey().kind() == Account.Kind.EQUITY)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return RedemptionCap.of(equity, unpaidSettlements(), basisPoints);
    }

    /** How much of the cap of a year is used up so far. */
    long usedIn(int year) {
        return jdbi.withHandle(handle -> handle.createQuery("select used from redemption_year where year = :year")
                .bind("year", year)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** Uses up some of a year's cap. The share count is locked. */
    void use(int year, long amount) {
        if (amount > 0) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into redemption_year (year, used) values (:year, :amount)
                            on conflict (year) do update set used = redemption_year.used + :amount
                            """)
                    .bind("year", year)
                    .bind("amount", amount)
                    .execute());
        }
    }

    /** A settlement has been valued, or money of a paid one has come back. */
    void addSettlement(long amount) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update unpaid_settlements set total = total + :amount where id = 1")
                        .bind("amount", amount)
                        .execute());
    }

    /** A settlement is wholly paid. */
    void removeSettlement(long amount) {
        addSettlement(Math.negateExact(amount));
    }

    private long unpaidSettlements() {
        return jdbi.withHandle(handle -> handle.createQuery("select total from unpaid_settlements where id = 1")
                .mapTo(Long.class)
                .one());
    }
}
