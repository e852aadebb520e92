package coop.parasol.membership.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.ledger.rules.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the books. */
@ApplicationScoped
public class Books {

    private final Session database;
    private final Firm firm;

    Books(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** An entry as it stands in the journal; its lines sum to zero. */
    public record EntryView(
            long entry,
            String event,
            String about,
            String actor,
            Instant bookedAt,
            @Nullable UUID memberId,
            @Nullable String reference,
            @Nullable UUID causedBy,
            @Nullable Long reverses,
            List<LineView> lines) {}

    /** @param amount debits positive, credits negative */
    public record LineView(String account, @Nullable UUID memberId, Money amount) {}

    /** @param balance debits less credits */
    public record AccountView(int code, String account, String title, Account.Kind kind, Money balance) {}

    /** The trial balance: all together are zero. */
    List<AccountView> accounts() {
        return database
                .createNativeQuery(
                        "select code, name, title, kind, balance from ledger_account order by code", Object[].class)
                .getResultList()
                .stream()
                .map(row -> new AccountView(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        Account.Kind.valueOf((String) row[3]),
                        firm.money(((Number) row[4]).longValue())))
                .toList();
    }

    /** Newest first; those that concern a member, or all. */
    public List<EntryView> entries(@Nullable UUID memberId, long before, int fetch) {
        String condition = memberId == null ? "" : " and member_id = :member";
        var query = database.createNativeQuery("""
                        select e.id, e.event, e.about, e.actor, e.booked_at, e.member_id, e.reference, e.caused_by, e.reverses,
                               a.name, l.member_id as line_member, l.amount
                        from (select * from journal_entry where id < :before%s order by id desc limit :fetch) e
                             join journal_line l on l.entry = e.id join ledger_account a on a.code = l.account
                        order by e.id desc, l.line
                        """.formatted(condition), Object[].class)
                .setParameter("before", before)
                .setParameter("fetch", fetch);
        if (memberId != null) {
            query.setParameter("member", memberId);
        }
        Map<Long, EntryView> entries = new LinkedHashMap<>();
        for (Object[] row : query.getResultList()) {
            entries.computeIfAbsent(((Number) row[0]).longValue(), number -> entry(number, row))
                    .lines()
                    .add(new LineView((String) row[9], (UUID) row[10], firm.money(((Number) row[11]).longValue())));
        }
        return List.copyOf(entries.values());
    }

    /** Recomputes everything from the lines: how many entries do not sum to zero, and accounts whose kept balance is wrong. */
    long faults() {
        return database.createNativeQuery("""
                        select (select count(*) from (select entry from journal_line group by entry having sum(amount) <> 0) e)
                             + (select count(*) from ledger_account a
                                left join (select account, sum(amount) as total from journal_line group by account) l
                                     on l.account = a.code where a.balance <> coalesce(l.total, 0))
                             + (select count(*) from member_account m
                                full join (select account, member_id, sum(amount) as total from journal_line
                                           where member_id is not null group by account, member_id) l
                                     on l.account = m.account and l.member_id = m.member_id
                                where coalesce(m.balance, 0) <> coalesce(l.total, 0))
                        """, Long.class).getSingleResult();
    }

    /** Members that hold a share. */
    long shareHolders() {
        return database.createNativeQuery(
                        "select count(*) from member where share_issued_at is not null and share_cancelled_at is null",
                        Long.class)
                .getSingleResult();
    }

    private static EntryView entry(long number, Object[] row) {
        return new EntryView(
                number,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Instant) row[4],
                (UUID) row[5],
                (String) row[6],
                (UUID) row[7],
                row[8] == null ? null : ((Number) row[8]).longValue(),
                new ArrayList<>());
    }
}
