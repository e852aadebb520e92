package coop.parasol.membership.books.ledger;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The journal of the double-entry books. Entries are added, never changed: the database sees to it, keeps the balances and makes
 * the hash chain when the transaction commits (see {@link JournalHashChain}). Amounts are minor units, debits positive.
 */
@ApplicationScoped
public class Journal {

    private static final String INSERT_ENTRIES = """
        insert into journal_entry (id, causation_id, correlation_id, actor, booked_at, event, source_document, member_id, reference,
                                   narrative, booked_on, reverses)
        select :first + n - 1, causation_id, correlation_id, actor, :now, event, source_document, member_id, reference,
               narrative, coalesce(day, :today), reverses
          from unnest(cast(:causationIds as uuid[]), :correlationIds, :actors, :events, :sourceDocuments, :members, :references,
                      :narratives, :days, :reverses)
               with ordinality as e (causation_id, correlation_id, actor, event, source_document, member_id, reference,
                                     narrative, day, reverses, n)
         order by n
        """;

    private static final String INSERT_LINES = """
        select book_lines(:entries, cast(:numbers as smallint[]), cast(:accounts as smallint[]), :members, :amounts)
        """;

    private final Jdbi jdbi;
    private final ShareCount shareCount;
    private final FirmClock clock;

    Journal(Jdbi jdbi, ShareCount shareCount, FirmClock clock) {
        this.jdbi = jdbi;
        this.shareCount = shareCount;
        this.clock = clock;
    }

    /**
     * Posts an entry. The firm is locked by the caller, or by this. An entry without lines is none.
     *
     * @return the entry's number, or zero
     */
    public long post(Entry entry, Cause cause) {
        return postAll(List.of(entry), cause);
    }

    /**
     * Posts many entries of one decision in as many statements as one, so that a close with thousands of members takes seconds.
     *
     * @return the first entry's number, or zero
     */
    public long postAll(List<Entry> entries, Cause cause) {
        return postAll(entries.stream().map(entry -> new Posting(entry, cause)).toList());
    }

    /** An entry and why it is posted. */
    public record Posting(Entry entry, Cause cause) {}

    /** The same for entries of several decisions, in their order. */
    public long postAll(List<Posting> postings) {
        List<Posting> posted = postings.stream()
                .filter(posting -> !posting.entry().lines().isEmpty())
                .toList();
        if (posted.isEmpty()) {
            return 0;
        }
        shareCount.lock();
        return jdbi.withHandle(handle -> {
            long first = takeNumbers(handle, posted.size());
            insertEntries(handle, first, posted);
            insertLines(handle, first, posted.stream().map(Posting::entry).toList());
            return first;
        });
    }

    /**
     * Erases the words of all entries that concern a member, and their salts; what was booked, when, by whom and why stays, and so does
     * the chain.
     *
     * @return how many entries had words
     */
    public int eraseTexts(UUID member) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                    update journal_entry
                       set reference = null, reference_salt = null, narrative = null, narrative_salt = null
                     where num_nonnulls(reference, narrative) > 0
                       and (member_id = :member or id in (select entry from journal_line where member_id = :member))
                    """).bind("member", member).execute());
    }

    /** The entries that concern a member. */
    public List<Long> concerning(UUID member) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                    select id from journal_entry where member_id = :member
                    union select entry from journal_line where member_id = :member
                    """).bind("member", member).mapTo(Long.class).list());
    }

    /** In how many accounts a member has a balance: what it is owed, owes, or owns. */
    public long countOpenAccounts(UUID member) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from member_account where member_id = :member and balance <> 0")
                .bind("member", member)
                .mapTo(Long.class)
                .one());
    }

    /** The lines of an entry. */
    public List<Entry.Line> lines(long entry) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select a.name as account, l.member_id, l.amount
              from journal_line l join ledger_account a on a.code = l.account
             where l.entry = :entry order by l.line
            """)
                .bind("entry", entry)
                .mapTo(Entry.Line.class)
                .list());
    }

    /**
     * An entry about a document.
     *
     * @param sourceDocument the document's name, followed by a colon and a number where there was such an entry about it before
     * @param isReversed whether another entry reverses it
     */
    public record Booked(long entry, String sourceDocument, Instant bookedAt, boolean isReversed) {}

    /** All entries of an event about a document, oldest first. */
    public List<Booked> about(String event, String document) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select e.id as entry, e.source_document, e.booked_at,
                   exists (select from journal_entry r where r.reverses = e.id) as is_reversed
              from journal_entry e
             where e.event = :event and (e.source_document = :document or e.source_document like :document || ':%')
             order by e.id
            """)
                .bind("event", event)
                .bind("document", document)
                .mapTo(Booked.class)
                .list());
    }

    /** Whether another entry reverses this one. */
    public boolean isReversed(long entry) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from journal_entry where reverses = :entry)")
                        .bind("entry", entry)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Debits less credits of an account. */
    public long balance(Account account) {
        return jdbi.withHandle(handle -> handle.createQuery("select balance from ledger_account where code = :code")
                .bind("code", account.code())
                .mapTo(Long.class)
                .one());
    }

    private record Balance(Account account, long balance) {}

    /** Debits less credits of every account, read at one moment. */
    public Map<Account, Long> balances() {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        jdbi.withHandle(handle -> handle.createQuery("select name as account, balance from ledger_account")
                        .mapTo(Balance.class)
                        .list())
                .forEach(row -> balances.put(row.account(), row.balance()));
        return balances;
    }

    /** Members' parts of an account, debits less credits; a member without a part is absent. */
    public Map<UUID, Long> balances(Account account, Collection<UUID> members) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select member_id, balance from member_account where member_id = any(:members) and account = :code
            """)
                .bindArray("members", UUID.class, members)
                .bind("code", account.code())
                .reduceRows(new HashMap<>(), (balances, row) -> {
                    balances.put(row.getColumn("member_id", UUID.class), row.getColumn("balance", Long.class));
                    return balances;
                }));
    }

    /** The member's part of an account, debits less credits. */
    public long balance(Account account, UUID member) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select balance from member_account where member_id = :member and account = :code")
                .bind("member", member)
                .bind("code", account.code())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private static long takeNumbers(Handle handle, int count) {
        return handle.createQuery("select allocate_entry_numbers(:count)")
                .bind("count", count)
                .mapTo(Long.class)
                .one();
    }

    private void insertEntries(Handle handle, long first, List<Posting> postings) {
        List<Entry> entries = postings.stream().map(Posting::entry).toList();
        List<Cause> causes = postings.stream().map(Posting::cause).toList();
        handle.createUpdate(INSERT_ENTRIES)
                .bind("first", first)
                .bind("now", clock.now())
                .bind("today", clock.today())
                .bindArray("causationIds", String.class, column(causes, Cause::causationId))
                .bindArray("correlationIds", String.class, column(causes, Cause::correlationId))
                .bindArray("actors", String.class, column(causes, Cause::actor))
                .bindArray("events", String.class, column(entries, Entry::event))
                .bindArray("sourceDocuments", String.class, column(entries, Entry::sourceDocument))
                .bindArray("members", UUID.class, column(entries, Entry::memberId))
                .bindArray("references", String.class, column(entries, Entry::reference))
                .bindArray("narratives", String.class, column(entries, Entry::narrative))
                .bindArray("days", LocalDate.class, column(entries, Entry::bookedOn))
                .bindArray("reverses", Long.class, column(entries, Entry::reverses))
                .execute();
    }

    /** A line and its place: the number of its entry, and its own number in the entry, from 1. */
    private record PlacedLine(long entry, int number, Entry.Line line) {}

    private static void insertLines(Handle handle, long first, List<Entry> entries) {
        List<PlacedLine> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int number = 0;
            for (Entry.Line line : entries.get(i).lines()) {
                lines.add(new PlacedLine(first + i, ++number, line));
            }
        }
        handle.createUpdate(INSERT_LINES)
                .bindArray("entries", Long.class, column(lines, PlacedLine::entry))
                .bindArray("numbers", Integer.class, column(lines, PlacedLine::number))
                .bindArray(
                        "accounts",
                        Integer.class,
                        column(lines, placed -> placed.line().account().code()))
                .bindArray(
                        "members",
                        UUID.class,
                        column(lines, placed -> placed.line().memberId()))
                .bindArray(
                        "amounts",
                        Long.class,
                        column(lines, placed -> placed.line().amount()))
                .execute();
    }

    private static <T> Object[] column(List<T> rows, Function<T, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}
