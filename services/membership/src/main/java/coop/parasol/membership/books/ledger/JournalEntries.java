package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the books. */
@ApplicationScoped
public class JournalEntries {

    private final Session database;
    private final Firm firm;

    JournalEntries(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** An entry as it stands in the journal; its lines sum to zero. */
    public record EntryView(
            long entry,
            String event,
            String about,
            String narrative,
            String actor,
            Instant bookedAt,
            LocalDate bookedOn,
            @Nullable UUID memberId,
            @Nullable String reference,
            @Nullable UUID causedBy,
            @Nullable Long reverses,
            List<LineView> lines) {}

    /**
     * @param amount debits positive, credits negative
     * @param balance of the account after it; of the member's part, where it names a member
     */
    public record LineView(String account, @Nullable UUID memberId, Money amount, Money balance) {}

    /** Whose entries are wanted. */
    public sealed interface Of permits All, Member, Reader {}

    /** Everything. */
    public record All() implements Of {}

    /** What concerns the member. */
    public record Member(UUID id) implements Of {}

    /** What an owner may read: what concerns itself or no member. */
    public record Reader(UUID id) implements Of {}

    /** Newest first. */
    public List<EntryView> entries(Of of, long before, int fetch) {
        String condition = switch (of) {
            case All all -> "";
            case Member member -> " and member_id = :member";
            case Reader reader -> " and (member_id is null or member_id = :member)";
        };
        var query = database.createNativeQuery("""
                        select e.id, e.event, e.about, e.actor, e.booked_at, e.member_id, e.reference, e.caused_by, e.reverses,
                               a.name, l.member_id as line_member, l.amount, e.narrative, e.booked_on,
                               coalesce(l.member_balance, l.balance)
                        from (select * from journal_entry where id < :before%s order by id desc limit :fetch) e
                             join journal_line l on l.entry = e.id join ledger_account a on a.code = l.account
                        order by e.id desc, l.line
                        """.formatted(condition), Object[].class)
                .setParameter("before", before)
                .setParameter("fetch", fetch);
        switch (of) {
            case All all -> {}
            case Member member -> query.setParameter("member", member.id());
            case Reader reader -> query.setParameter("member", reader.id());
        }
        return assembled(query.getResultList());
    }

    /** Oldest first, for exports. */
    List<EntryView> forward(long after, long last, int fetch) {
        return assembled(database.createNativeQuery("""
                        select e.id, e.event, e.about, e.actor, e.booked_at, e.member_id, e.reference, e.caused_by, e.reverses,
                               a.name, l.member_id as line_member, l.amount, e.narrative, e.booked_on,
                               coalesce(l.member_balance, l.balance)
                        from (select * from journal_entry where id > :after and id <= :last order by id limit :fetch) e
                             join journal_line l on l.entry = e.id join ledger_account a on a.code = l.account
                        order by e.id, l.line
                        """, Object[].class)
                .setParameter("after", after)
                .setParameter("last", last)
                .setParameter("fetch", fetch)
                .getResultList());
    }

    /** A member's part of an account. */
    record Part(Account account, UUID memberId) {}

    List<Part> memberAccounts() {
        return database
                .createNativeQuery(
                        "select a.name, m.member_id from member_account m join ledger_account a on a.code = m.account"
                                + " order by a.code, m.member_id",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Part(Account.valueOf((String) row[0]), (UUID) row[1]))
                .toList();
    }

    /** One entry. */
    public Optional<EntryView> entry(long number) {
        return entries(new All(), number == Long.MAX_VALUE ? number : number + 1, 1).stream()
                .filter(entry -> entry.entry() == number)
                .findFirst();
    }

    private List<EntryView> assembled(List<Object[]> rows) {
        Map<Long, EntryView> entries = new LinkedHashMap<>();
        for (Object[] row : rows) {
            entries.computeIfAbsent(((Number) row[0]).longValue(), number -> entry(number, row))
                    .lines()
                    .add(new LineView(
                            (String) row[9],
                            (UUID) row[10],
                            firm.money(((Number) row[11]).longValue()),
                            firm.money(((Number) row[14]).longValue())));
        }
        return List.copyOf(entries.values());
    }

    /** Recomputes everything from the lines: how many entries do not sum to zero, and how many kept balances are wrong. */
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
                             + (select count(*) from (select balance, member_balance, member_id,
                                       sum(amount) over (partition by account order by entry, line) as total,
                                       sum(amount) over (partition by account, member_id order by entry, line) as own
                                       from journal_line) l
                                where balance <> total or (member_id is not null and member_balance <> own))
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
                (String) row[12],
                (String) row[3],
                (Instant) row[4],
                (LocalDate) row[13],
                (UUID) row[5],
                (String) row[6],
                (UUID) row[7],
                row[8] == null ? null : ((Number) row[8]).longValue(),
                new ArrayList<>());
    }
}
