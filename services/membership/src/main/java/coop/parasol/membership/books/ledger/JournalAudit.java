package coop.parasol.membership.books.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Recomputes from the lines of the journal what the database keeps beside them. */
@ApplicationScoped
public class JournalAudit {

    private final Jdbi jdbi;

    JournalAudit(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many entries do not sum to zero, and how many kept balances are wrong; reads the whole journal. */
    public long faults() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select (select count(*) from (select entry from journal_line group by entry having sum(amount) <> 0) e)
                             + (select count(*) from ledger_account a
                                left join (select account, sum(amount) as total from journal_line group by account) l
                                     on l.account = a.code where a.balance <> coalesce(l.total, 0))
                             + (select count(*) from member_account m
                                full join (select account, member_id, sum(amount) as total from journal_line
                                           where member_id is not null group by account, member_id) l
                                     on l.account = m.account and l.member_id = m.member_id
                                where coalesce(m.balance, 0) <> coalesce(l.total, 0))
                             + (select count(*) from (select balance, member_balance, member_id,
                                       sum(amount) over (partition by account order by entry, line) as total,
                                       sum(amount) over (partition by account, member_id order by entry, line) as own
                                       from journal_line) l
                                where balance <> total or (member_id is not null and member_balance <> own))
                        """).mapTo(Long.class).one());
    }
}
