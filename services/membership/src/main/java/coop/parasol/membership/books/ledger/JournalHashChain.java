package coop.parasol.membership.books.ledger;

import coop.parasol.membership.books.ledger.LedgerProof.Head;
import coop.parasol.membership.books.ledger.LedgerProof.Header;
import coop.parasol.membership.books.ledger.LedgerProof.Line;
import coop.parasol.membership.books.ledger.LedgerProof.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the chain that the database has made of the journal. */
@ApplicationScoped
class JournalHashChain {

    private final Session database;

    JournalHashChain(Session database) {
        this.database = database;
    }

    Head head() {
        Object[] row = database.createNativeQuery(
                        "select sealed, encode(digest, 'hex') from journal_head where id = 1", Object[].class)
                .getSingleResult();
        return new Head(((Number) row[0]).longValue(), (String) row[1]);
    }

    boolean holds(long entry) {
        return !database.createNativeQuery("select 1 from journal_seal where entry = ?1", Integer.class)
                .setParameter(1, entry)
                .getResultList()
                .isEmpty();
    }

    /** Entries after {@code after} up to {@code last}, all in clear. */
    List<Link> clear(long after, long last, int most) {
        List<Long> entries = database.createNativeQuery(
                        "select entry from journal_seal where entry > ?1 and entry <= ?2 order by entry limit ?3",
                        Long.class)
                .setParameter(1, after)
                .setParameter(2, last)
                .setParameter(3, most)
                .getResultList();
        return links(entries, entries, null);
    }

    /**
     * What concerns the member in clear, and as few other links as lead from there to the head.
     *
     * @param kept an entry that they lead through too
     */
    List<Link> ofMember(UUID member, @Nullable Long kept, Head head) {
        List<Long> own = database.createNativeQuery("""
                        select entry from (select id as entry from journal_entry where member_id = ?1
                                            union select entry from journal_line where member_id = ?1) e
                         where entry <= ?2 order by entry
                        """, Long.class)
                .setParameter(1, member)
                .setParameter(2, head.entry())
                .getResultList();
        List<Long> targets = kept == null
                ? own
                : Stream.concat(own.stream(), Stream.of(kept)).distinct().toList();
        return links(path(targets, head.entry()), own, member);
    }

    /** From the head to the last of the entries, from there to the one before, and so on. */
    private List<Long> path(List<Long> entries, long head) {
        String[] targets = entries.stream().map(Object::toString).toArray(String[]::new);
        return database.createNativeQuery("""
                        with recursive target as (
                            select entry, coalesce(lead(entry) over (order by entry), :head) as after
                              from unnest(cast(:targets as bigint[])) as t (entry)),
                        step (target, entry, previous, skip) as (
                            select t.entry, s.entry, s.previous, s.skip from target t join journal_seal s on s.entry = t.after
                             union all
                            select p.target, s.entry, s.previous, s.skip from step p join journal_seal s
                                on s.entry = case when p.skip >= p.target then p.skip else p.previous end
                             where p.entry > p.target)
                        select distinct entry from step union select :head where :head > 0 order by 1
                        """, Long.class)
                .setParameter("targets", targets)
                .setParameter("head", head)
                .getResultList();
    }

    private List<Link> links(List<Long> entries, List<Long> shown, @Nullable UUID member) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<Long, Header> headers = headers(shown);
        Map<Long, List<Line>> lines = lines(shown, member);
        return database.createNativeQuery("""
                        select s.entry, s.previous, coalesce(encode(p.digest, 'hex'), repeat('00', 32)),
                               s.skip, coalesce(encode(k.digest, 'hex'), repeat('00', 32)), encode(s.content, 'hex')
                          from journal_seal s left join journal_seal p on p.entry = s.previous
                               left join journal_seal k on k.entry = s.skip
                         where s.entry = any (cast(?1 as bigint[])) order by s.entry
                        """, Object[].class).setParameter(1, texts(entries)).getResultList().stream()
                .map(row -> {
                    long entry = ((Number) row[0]).longValue();
                    Header header = headers.get(entry);
                    return new Link(
                            entry,
                            ((Number) row[1]).longValue(),
                            (String) row[2],
                            ((Number) row[3]).longValue(),
                            (String) row[4],
                            header == null ? (String) row[5] : null,
                            header,
                            lines.get(entry));
                })
                .toList();
    }

    private Map<Long, Header> headers(List<Long> entries) {
        Map<Long, Header> headers = new HashMap<>();
        for (Object[] row : database.createNativeQuery("""
                        select id, salt, event, about, caused_by, correlation_id, actor, booked_at, booked_on, member_id,
                               reference, narrative, reverses
                          from journal_entry where id = any (cast(?1 as bigint[]))
                        """, Object[].class)
                .setParameter(1, texts(entries))
                .getResultList()) {
            headers.put(
                    ((Number) row[0]).longValue(),
                    new Header(
                            (UUID) row[1],
                            (String) row[2],
                            (String) row[3],
                            (UUID) row[4],
                            (String) row[5],
                            (String) row[6],
                            (Instant) row[7],
                            (LocalDate) row[8],
                            (UUID) row[9],
                            (String) row[10],
                            (String) row[11],
                            number(row[12])));
        }
        return headers;
    }

    /** @param member whose lines are shown with those that name no member; all are where it is absent */
    private Map<Long, List<Line>> lines(List<Long> entries, @Nullable UUID member) {
        Map<Long, List<Line>> lines = new LinkedHashMap<>();
        for (Object[] row : database.createNativeQuery("""
                        select entry, salt, line, account, member_id, amount, balance, member_balance,
                               encode(line_digest(l), 'hex')
                          from journal_line l where entry = any (cast(?1 as bigint[])) order by entry, line
                        """, Object[].class)
                .setParameter(1, texts(entries))
                .getResultList()) {
            boolean hidden = member != null && row[4] != null && !member.equals(row[4]);
            lines.computeIfAbsent(((Number) row[0]).longValue(), entry -> new ArrayList<>())
                    .add(hidden ? hidden((String) row[8]) : shown(row));
        }
        return lines;
    }

    private static Line hidden(String digest) {
        return new Line(digest, null, null, null, null, null, null, null);
    }

    private static Line shown(Object[] row) {
        return new Line(
                null,
                (UUID) row[1],
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                (UUID) row[4],
                number(row[5]),
                number(row[6]),
                number(row[7]));
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    private static String[] texts(List<Long> numbers) {
        return numbers.stream().map(Object::toString).toArray(String[]::new);
    }
}
