package coop.parasol.membership.books.ledger;

import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The books. Entries are added, never changed; the database sees to it, keeps the balances and chains the entries. */
@ApplicationScoped
public class Journal {

    private static final String NUMBERS = "select take_entries(?)";
    private static final String ENTRIES = """
            insert into journal_entry (id, caused_by, correlation_id, actor, booked_at, event, about, member_id, reference,
                                       narrative, booked_on, reverses)
            select ? + n - 1, cast(? as uuid), ?, ?, ?, event, about, member_id, reference, narrative,
                   coalesce(day, cast(? as date)), reverses
              from unnest(?::text[], ?::text[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::date[], ?::text[]::bigint[])
                   with ordinality as e (event, about, member_id, reference, narrative, day, reverses, n)
             order by n
            """;
    private static final String LINES = """
            select book_lines(?::text[]::bigint[], ?::text[]::smallint[], ?::text[]::smallint[], ?::text[]::uuid[], ?::text[]::bigint[])
            """;

    private final Session database;
    private final Firm firm;

    Journal(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /**
     * The firm is locked by the caller, or by this. An entry without lines is none.
     *
     * @return the entry's number, or zero
     */
    public long post(Entry entry, Cause cause) {
        return postAll(List.of(entry), cause);
    }

    /**
     * Posts many entries of one decision at once, so that a close with thousands of members takes seconds.
     *
     * @return the first entry's number, or zero
     */
    public long postAll(List<Entry> entries, Cause cause) {
        List<Entry> posted =
                entries.stream().filter(entry -> !entry.lines().isEmpty()).toList();
        if (posted.isEmpty()) {
            return 0;
        }
        firm.lock();
        database.flush();
        return database.doReturningWork(connection -> {
            long first = numbers(connection, posted.size());
            insertEntries(connection, first, posted, cause);
            insertLines(connection, first, posted);
            return first;
        });
    }

    /** What an entry has moved. */
    public List<Entry.Line> lines(long entry) {
        return database.createNativeQuery("""
                        select a.name, l.member_id, l.amount from journal_line l join ledger_account a on a.code = l.account
                         where l.entry = ?1 order by l.line
                        """, Object[].class).setParameter(1, entry).getResultList().stream()
                .map(row ->
                        new Entry.Line(Account.valueOf((String) row[0]), (UUID) row[1], ((Number) row[2]).longValue()))
                .toList();
    }

    /** Debits less credits, minor units. */
    public long balance(Account account) {
        return database.createNativeQuery("select balance from ledger_account where code = ?1", Long.class)
                .setParameter(1, account.code())
                .getSingleResult();
    }

    /** Debits less credits of every account, read at one moment. */
    public Map<Account, Long> balances() {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        for (Object[] row : database.createNativeQuery("select name, balance from ledger_account", Object[].class)
                .getResultList()) {
            balances.put(Account.valueOf((String) row[0]), ((Number) row[1]).longValue());
        }
        return balances;
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

    private static long numbers(Connection connection, int many) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(NUMBERS)) {
            take.setLong(1, many);
            try (ResultSet taken = take.executeQuery()) {
                taken.next();
                return taken.getLong(1);
            }
        }
    }

    private void insertEntries(Connection connection, long first, List<Entry> entries, Cause cause)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            insert.setLong(1, first);
            insert.setString(2, cause.causationId());
            insert.setString(3, cause.correlationId());
            insert.setString(4, cause.actor());
            insert.setObject(5, firm.now().atOffset(ZoneOffset.UTC));
            insert.setObject(6, firm.today());
            insert.setArray(7, array(connection, entries, Entry::event));
            insert.setArray(8, array(connection, entries, Entry::about));
            insert.setArray(9, array(connection, entries, Entry::memberId));
            insert.setArray(10, array(connection, entries, Entry::reference));
            insert.setArray(11, array(connection, entries, Entry::narrative));
            insert.setArray(12, array(connection, entries, Entry::bookedOn));
            insert.setArray(13, array(connection, entries, Entry::reverses));
            insert.executeUpdate();
        }
    }

    /** A line and where it stands. */
    private record Placed(long entry, int line, Entry.Line part) {}

    private static void insertLines(Connection connection, long first, List<Entry> entries) throws SQLException {
        List<Placed> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int number = 0;
            for (Entry.Line part : entries.get(i).lines()) {
                lines.add(new Placed(first + i, ++number, part));
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(LINES)) {
            insert.setArray(1, array(connection, lines, Placed::entry));
            insert.setArray(2, array(connection, lines, Placed::line));
            insert.setArray(
                    3, array(connection, lines, line -> line.part().account().code()));
            insert.setArray(4, array(connection, lines, line -> line.part().memberId()));
            insert.setArray(5, array(connection, lines, line -> line.part().amount()));
            insert.execute();
        }
    }

    private static <T> Array array(
            Connection connection, List<T> of, Function<? super T, ? extends @Nullable Object> field)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[of.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = field.apply(of.get(i));
            values[i] = value == null ? null : value.toString();
        }
        return connection.createArrayOf("text", values);
    }
}
