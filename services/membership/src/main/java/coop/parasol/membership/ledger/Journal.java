package coop.parasol.membership.ledger;

import coop.parasol.membership.Firm;
import coop.parasol.membership.ledger.rules.Account;
import coop.parasol.membership.ledger.rules.Entry;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The books. Entries are added, never changed; the database sees to it, and keeps the balances. */
@ApplicationScoped
public class Journal {

    private final Session database;
    private final Firm firm;

    Journal(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** The firm is locked by the caller, or by this. An entry without lines is none. */
    public void post(Entry entry, Cause cause) {
        if (entry.lines().isEmpty()) {
            return;
        }
        firm.lock();
        long number = insert(entry, cause);
        int line = 0;
        for (Entry.Line part : entry.lines()) {
            database.createNativeMutationQuery("insert into journal_line (entry, line, account, member_id, amount)"
                            + " values (?1, ?2, ?3, cast(?4 as uuid), ?5)")
                    .setParameter(1, number)
                    .setParameter(2, ++line)
                    .setParameter(3, part.account().code())
                    .setParameter(4, text(part.memberId()), String.class)
                    .setParameter(5, part.amount())
                    .executeUpdate();
        }
    }

    /** Debits less credits, minor units. */
    public long balance(Account account) {
        return database.createNativeQuery("select balance from ledger_account where code = ?1", Long.class)
                .setParameter(1, account.code())
                .getSingleResult();
    }

    /** The member's part of an account, debits less credits. */
    public long balance(Account account, UUID member) {
        return database.createNativeQuery(
                        "select balance from member_account where member_id = ?1 and account = ?2", Long.class)
                .setParameter(1, member)
                .setParameter(2, account.code())
                .uniqueResultOptional()
                .orElse(0L);
    }

    private long insert(Entry entry, Cause cause) {
        return database.createNativeQuery("""
                        insert into journal_entry (event, about, caused_by, correlation_id, actor, booked_at, member_id, reference)
                        values (?1, ?2, cast(?3 as uuid), ?4, ?5, ?6, cast(?7 as uuid), ?8) returning id
                        """, Long.class)
                .setParameter(1, entry.event())
                .setParameter(2, entry.about())
                .setParameter(3, cause.causationId(), String.class)
                .setParameter(4, cause.correlationId())
                .setParameter(5, cause.actor())
                .setParameter(6, firm.now())
                .setParameter(7, text(entry.memberId()), String.class)
                .setParameter(8, entry.reference(), String.class)
                .getSingleResult();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
