package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
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
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the entries of the journal with their lines. */
@ApplicationScoped
public class JournalEntries {

    private static final String SELECT = """
            select e.id as entry, e.event, e.source_document, coalesce(e.narrative, '(erased)') as narrative, e.actor, e.booked_at, e.booked_on, e.member_id, e.reference,
                   e.causation_id, e.reverses, a.name as account, l.member_id as line_member_id, l.amount,
                   coalesce(l.member_balance, l.balance) as balance
              from (%s) e join journal_line l on l.entry = e.id join ledger_account a on a.code = l.account
             order by e.id %s, l.line
            """;

    private final Jdbi jdbi;

    JournalEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An entry of the journal; its lines sum to zero.
     *
     * @param entry its number
     * @param event what has happened, by the event's name
     * @param sourceDocument what it has happened to
     * @param bookedOn the day it counts for
     * @param memberId the member it concerns, if it concerns one
     * @param reference of the bank, if money has moved
     * @param causationId the consumed event it follows from; absent for a call
     * @param reverses number of the entry that it reverses, if it reverses one
     */
    public record EntryView(
            long entry,
            String event,
            String sourceDocument,
            String narrative,
            String actor,
            Instant bookedAt,
            LocalDate bookedOn,
            @Nullable UUID memberId,
            @Nullable String reference,
            @Nullable UUID causationId,
            @Nullable Long reverses,
            List<LineView> lines) {}

    /**
     * One account's part of an entry.
     *
     * @param amount debits positive, credits negative
     * @param balance of the account after it; of the member's part, where it names a member
     */
    public record LineView(String account, @Nullable UUID memberId, Money amount, Money balance) {}

    /** Whose entries are wanted. */
    public sealed interface Scope permits AllEntries, OfMember, ReadableBy {}

    /** All of the journal. */
    public record AllEntries() implements Scope {}

    /** What concerns the member. */
    public record OfMember(UUID id) implements Scope {}

    /** What an owner may read: what concerns itself or no member. */
    public record ReadableBy(UUID id) implements Scope {}

    /** A line with the entry that it belongs to. */
    private record Row(
            long entry,
            String event,
            String sourceDocument,
            String narrative,
            String actor,
            Instant bookedAt,
            LocalDate bookedOn,
            @Nullable UUID memberId,
            @Nullable String reference,
            @Nullable UUID causationId,
            @Nullable Long reverses,
            String account,
            @Nullable UUID lineMemberId,
            Money amount,
            Money balance) {}

    /** Entries of the journal before a number, the newest first. */
    public List<EntryView> newestFirst(Scope scope, long before, int maxEntries) {
        return newestFirst(scope, BookedDays.ALL, before, maxEntries);
    }

    /** The same of some days. */
    public List<EntryView> newestFirst(Scope scope, BookedDays days, long before, int maxEntries) {
        String condition = switch (scope) {
            case AllEntries all -> "cast(:member as uuid) is null";
            case OfMember member -> "member_id = :member";
            case ReadableBy reader -> "(member_id is null or member_id = :member)";
        };
        UUID member = switch (scope) {
            case AllEntries all -> null;
            case OfMember of -> of.id();
            case ReadableBy reader -> reader.id();
        };
        String chosen = "select * from journal_entry where id < :before and " + condition + days.condition("booked_on")
                + " order by id desc limit :maxEntries";
        return assembled(jdbi.withHandle(handle -> days.bind(handle.createQuery(SELECT.formatted(chosen, "desc")))
                .bindByType("member", member, UUID.class)
                .bind("before", before)
                .bind("maxEntries", maxEntries)
                .mapTo(Row.class)
                .list()));
    }

    /** Oldest first, after one entry and up to another: for exports. */
    public List<EntryView> oldestFirst(long after, long last, int maxEntries) {
        String chosen = "select * from journal_entry where id > :after and id <= :last order by id limit :maxEntries";
        return assembled(jdbi.withHandle(handle -> handle.createQuery(SELECT.formatted(chosen, "asc"))
                .bind("after", after)
                .bind("last", last)
                .bind("maxEntries", maxEntries)
                .mapTo(Row.class)
                .list()));
    }

    /** One entry by its number. */
    public Optional<EntryView> byNumber(long number) {
        return oldestFirst(number - 1, number, 1).stream().findFirst();
    }

    /** A member's part of an account. */
    public record MemberAccount(Account account, UUID memberId) {}

    /** All parts of accounts that members have, in the order of the accounts. */
    public List<MemberAccount> memberAccounts() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select a.name as account, m.member_id
                          from member_account m join ledger_account a on a.code = m.account
                         order by a.code, m.member_id
                        """).mapTo(MemberAccount.class).list());
    }

    private static List<EntryView> assembled(List<Row> rows) {
        Map<Long, EntryView> entries = new LinkedHashMap<>();
        for (Row row : rows) {
            entries.computeIfAbsent(row.entry(), number -> entry(row))
                    .lines()
                    .add(new LineView(row.account(), row.lineMemberId(), row.amount(), row.balance()));
        }
        return List.copyOf(entries.values());
    }

    private static EntryView entry(Row row) {
        return new EntryView(
                row.entry(),
                row.event(),
                row.sourceDocument(),
                row.narrative(),
                row.actor(),
                row.bookedAt(),
                row.bookedOn(),
                row.memberId(),
                row.reference(),
                row.causationId(),
                row.reverses(),
                new ArrayList<>());
    }
}
