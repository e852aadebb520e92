package coop.parasol.membership.books.ledger;

import coop.parasol.membership.books.ledger.LedgerProof.Head;
import coop.parasol.membership.books.ledger.LedgerProof.Header;
import coop.parasol.membership.books.ledger.LedgerProof.Line;
import coop.parasol.membership.books.ledger.LedgerProof.Link;
import coop.parasol.membership.books.ledger.LedgerProof.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain of the journal: the digest of each entry holds the digest of the one before, so that nothing in the past can be
 * changed unseen. The database makes it, by its function {@code seal_journal}, when a transaction commits; here it is read.
 * {@code docs/ledger-proof.md} describes it.
 */
@ApplicationScoped
public class JournalHashChain {

    private final Jdbi jdbi;

    JournalHashChain(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The last entry of the chain and its digest. */
    public Head head() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select last_sealed as entry, encode(digest, 'hex') as digest from journal_head where id = 1")
                .mapTo(Head.class)
                .one());
    }

    /** Whether the entry is in the chain. */
    public boolean contains(long entry) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from journal_seal where entry = :entry)")
                        .bind("entry", entry)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Entries after {@code after} up to {@code last}, all in clear. */
    public List<Link> disclosed(long after, long last, int maxLinks) {
        List<Long> entries = jdbi.withHandle(handle -> handle.createQuery("""
                        select entry from journal_seal where entry > :after and entry <= :last order by entry limit :maxLinks
                        """)
                .bind("after", after)
                .bind("last", last)
                .bind("maxLinks", maxLinks)
                .mapTo(Long.class)
                .list());
        return links(entries, entries, null);
    }

    /**
     * What concerns the member in clear, and as few other links as lead from there to the head.
     *
     * @param kept an entry that they lead through too
     */
    public List<Link> ofMember(UUID member, @Nullable Long kept, Head head) {
        List<Long> own = jdbi.withHandle(handle -> handle.createQuery("""
                        select entry from (select id as entry from journal_entry where member_id = :member
                                            union select entry from journal_line where member_id = :member) e
                         where entry <= :head order by entry
                        """)
                .bind("member", member)
                .bind("head", head.entry())
                .mapTo(Long.class)
                .list());
        Collection<Long> targets = new TreeSet<>(own);
        if (kept != null) {
            targets.add(kept);
        }
        return links(path(targets, head.entry()), own, member);
    }

    /** From the head to the last of the entries, from there to the one before, and so on. */
    private List<Long> path(Collection<Long> entries, long head) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with recursive target as (
                            select entry, coalesce(lead(entry) over (order by entry), :head) as after
                              from unnest(:targets) as t (entry)),
                        step (target, entry, previous, skip) as (
                            select t.entry, s.entry, s.previous, s.skip from target t join journal_seal s on s.entry = t.after
                             union all
                            select p.target, s.entry, s.previous, s.skip from step p join journal_seal s
                                on s.entry = case when p.skip >= p.target then p.skip else p.previous end
                             where p.entry > p.target)
                        select distinct entry from step union select :head where :head > 0 order by 1
                        """)
                .bindArray("targets", Long.class, entries)
                .bind("head", head)
                .mapTo(Long.class)
                .list());
    }

    private record Seal(
            long entry, long previous, String previousDigest, long skip, String skipDigest, String content) {}

    private List<Link> links(List<Long> entries, List<Long> shown, @Nullable UUID member) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<Long, Header> headers = headers(shown);
        Map<Long, List<Line>> lines = lines(shown, member);
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        select s.entry, s.previous, coalesce(encode(p.digest, 'hex'), repeat('00', 32)) as previous_digest,
                               s.skip, coalesce(encode(k.digest, 'hex'), repeat('00', 32)) as skip_digest,
                               encode(s.content, 'hex') as content
                          from journal_seal s left join journal_seal p on p.entry = s.previous
                               left join journal_seal k on k.entry = s.skip
                         where s.entry = any (:entries) order by s.entry
                        """)
                        .bindArray("entries", Long.class, entries)
                        .mapTo(Seal.class)
                        .list())
                .stream()
                .map(seal -> link(seal, headers.get(seal.entry()), lines.get(seal.entry())))
                .toList();
    }

    private static Link link(Seal seal, @Nullable Header header, @Nullable List<Line> lines) {
        return new Link(
                seal.entry(),
                seal.previous(),
                seal.previousDigest(),
                seal.skip(),
                seal.skipDigest(),
                header == null ? seal.content() : null,
                header,
                lines);
    }

    private record HeaderRow(
            long id,
            UUID salt,
            String event,
            String sourceDocument,
            @Nullable UUID causationId,
            String correlationId,
            String actor,
            Instant bookedAt,
            LocalDate bookedOn,
            @Nullable UUID memberId,
            @Nullable UUID referenceSalt,
            @Nullable String reference,
            @Nullable String referenceDigest,
            @Nullable UUID narrativeSalt,
            @Nullable String narrative,
            String narrativeDigest,
            @Nullable Long reverses) {

        Header header() {
            return new Header(
                    salt,
                    event,
                    sourceDocument,
                    causationId,
                    correlationId,
                    actor,
                    bookedAt,
                    bookedOn,
                    memberId,
                    Text.of(referenceSalt, reference, referenceDigest),
                    Objects.requireNonNull(Text.of(narrativeSalt, narrative, narrativeDigest)),
                    reverses);
        }
    }

    private Map<Long, Header> headers(List<Long> entries) {
        Map<Long, Header> headers = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery("""
                        select id, salt, event, source_document, causation_id, correlation_id, actor, booked_at, booked_on, member_id,
                               reference_salt, reference, encode(reference_digest, 'hex') as reference_digest,
                               narrative_salt, narrative, encode(narrative_digest, 'hex') as narrative_digest, reverses
                          from journal_entry where id = any (:entries)
                        """)
                        .bindArray("entries", Long.class, entries)
                        .mapTo(HeaderRow.class)
                        .list())
                .forEach(row -> headers.put(row.id(), row.header()));
        return headers;
    }

    private record LineRow(
            long entry,
            UUID salt,
            int line,
            int account,
            @Nullable UUID memberId,
            long amount,
            long balance,
            @Nullable Long memberBalance,
            String digest) {

        Line shown() {
            return new Line(null, salt, line, account, memberId, amount, balance, memberBalance);
        }

        Line hidden() {
            return new Line(digest, null, null, null, null, null, null, null);
        }
    }

    /** @param member whose lines are shown with those that name no member; all are where it is absent */
    private Map<Long, List<Line>> lines(List<Long> entries, @Nullable UUID member) {
        Map<Long, List<Line>> lines = new LinkedHashMap<>();
        jdbi.withHandle(handle -> handle.createQuery("""
                        select entry, salt, line, account, member_id, amount, balance, member_balance,
                               encode(line_digest(l), 'hex') as digest
                          from journal_line l where entry = any (:entries) order by entry, line
                        """)
                        .bindArray("entries", Long.class, entries)
                        .mapTo(LineRow.class)
                        .list())
                .forEach(row -> {
                    boolean hidden = member != null && row.memberId() != null && !member.equals(row.memberId());
                    lines.computeIfAbsent(row.entry(), entry -> new ArrayList<>())
                            .add(hidden ? row.hidden() : row.shown());
                });
        return lines;
    }
}
