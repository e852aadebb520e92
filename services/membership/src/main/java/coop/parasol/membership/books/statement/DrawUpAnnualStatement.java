package coop.parasol.membership.books.statement;

import coop.parasol.membership.Firm;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.sharevalue.ShareValuation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Draws up a member's year from the books. */
@ApplicationScoped
class DrawUpAnnualStatement {

    static final int MOST = 2_000;

    private final Session database;
    private final ShareValuation shareValuation;
    private final Firm firm;

    DrawUpAnnualStatement(Session database, ShareValuation shareValuation, Firm firm) {
        this.database = database;
        this.shareValuation = shareValuation;
        this.firm = firm;
    }

    AnnualStatement of(Member member, Year year) {
        LocalDate from = year.atDay(1);
        LocalDate until = year.plusYears(1).atDay(1);
        LocalDate today = firm.today();
        LocalDate valuedOn = until.isAfter(today) ? today : until.minusDays(1);
        ShareValuation.Breakdown value =
                valuedOn.equals(today) ? shareValuation.now() : shareValuation.atEndOf(valuedOn);
        List<AnnualStatement.Line> entries = entries(member.id, from, until);
        return new AnnualStatement(
                member.id,
                member.name,
                member.registrationNumber,
                year.getValue(),
                today,
                held(member, until.atStartOfDay().toInstant(ZoneOffset.UTC)) ? 1 : 0,
                valuedOn,
                value.shareValue(),
                value.members(),
                accounts(member.id, from, until),
                entries,
                entries.size() < MOST ? 0 : count(member.id, from, until) - MOST);
    }

    private static boolean held(Member member, Instant at) {
        return isBefore(member.shareIssuedAt, at) && !isBefore(member.shareCancelledAt, at);
    }

    private static boolean isBefore(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other);
    }

    private List<AnnualStatement.AccountYear> accounts(UUID memberId, LocalDate from, LocalDate until) {
        return database
                .createNativeQuery("""
                        select a.name, a.title, cast(coalesce(sum(-l.amount) filter (where e.booked_on < :from), 0) as bigint),
                               cast(coalesce(sum(-l.amount) filter (where e.booked_on >= :from), 0) as bigint)
                        from journal_line l join journal_entry e on e.id = l.entry join ledger_account a on a.code = l.account
                        where l.member_id = :member and e.booked_on < :until
                        group by a.code, a.name, a.title order by a.code
                        """, Object[].class)
                .setParameter("member", memberId)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(row -> {
                    long opening = ((Number) row[2]).longValue();
                    long moved = ((Number) row[3]).longValue();
                    return new AnnualStatement.AccountYear(
                            (String) row[0],
                            (String) row[1],
                            firm.money(opening),
                            firm.money(moved),
                            firm.money(Math.addExact(opening, moved)));
                })
                .toList();
    }

    private List<AnnualStatement.Line> entries(UUID memberId, LocalDate from, LocalDate until) {
        return database
                .createNativeQuery("""
                        select e.id, e.booked_on, e.event, a.title, e.reference, -l.amount
                        from journal_line l join journal_entry e on e.id = l.entry join ledger_account a on a.code = l.account
                        where l.member_id = :member and e.booked_on >= :from and e.booked_on < :until
                        order by e.id, l.line limit :most
                        """, Object[].class)
                .setParameter("member", memberId)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("most", MOST)
                .getResultList()
                .stream()
                .map(row -> new AnnualStatement.Line(
                        ((Number) row[0]).longValue(),
                        (LocalDate) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        firm.money(((Number) row[5]).longValue())))
                .toList();
    }

    private long count(UUID memberId, LocalDate from, LocalDate until) {
        return database.createNativeQuery("""
                        select count(*) from journal_line l join journal_entry e on e.id = l.entry
                        where l.member_id = :member and e.booked_on >= :from and e.booked_on < :until
                        """, Long.class)
                .setParameter("member", memberId)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult();
    }
}
