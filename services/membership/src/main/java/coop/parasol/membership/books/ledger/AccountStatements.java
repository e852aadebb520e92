package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.books.ledger.rules.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Statements of accounts. Every line carries the balance after it, so that a page costs the same wherever it begins. */
@ApplicationScoped
public class AccountStatements {

    private static final String MEMBER_LINES = """
              from journal_line l join journal_entry e on e.id = l.entry join ledger_account a on a.code = l.account
             where l.member_id = :member and e.booked_on between :from and :to
            """;

    private final Jdbi jdbi;

    AccountStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One line of a statement.
     *
     * @param line its number in the entry, from 1
     * @param amount debits positive, credits negative
     * @param balance after it: of the account, or of the member's part of it
     */
    public record Line(
            long entry,
            int line,
            LocalDate bookedOn,
            String event,
            String narrative,
            String actor,
            @Nullable String reference,
            @Nullable UUID memberId,
            Money amount,
            Money balance) {}

    /**
     * Newest first.
     *
     * @param memberId whose part of the account; absent for the whole account
     * @param days of which its lines are
     * @param beforeEntry with {@code beforeLine} the line before which the page begins
     */
    public List<Line> newestFirst(
            Account account, @Nullable UUID memberId, BookedDays days, long beforeEntry, int beforeLine, int maxLines) {
        String part = memberId == null ? "cast(:member as uuid) is null" : "l.member_id = :member";
        return jdbi.withHandle(handle -> days.bind(handle.createQuery("""
                        select l.entry, l.line, e.booked_on, e.event, coalesce(e.narrative, '(erased)') as narrative, e.actor, e.reference, l.member_id, l.amount,
                               %s as balance
                          from journal_line l join journal_entry e on e.id = l.entry
                         where l.account = :account and (l.entry, l.line) < (:beforeEntry, :beforeLine) and %s%s
                         order by l.entry desc, l.line desc limit :maxLines
                        """.formatted(
                        memberId == null ? "l.balance" : "l.member_balance", part, days.condition("e.booked_on"))))
                .bind("account", account.code())
                .bindByType("member", memberId, UUID.class)
                .bind("beforeEntry", beforeEntry)
                .bind("beforeLine", beforeLine)
                .bind("maxLines", maxLines)
                .mapTo(Line.class)
                .list());
    }

    /**
     * A member's part of an account between two days.
     *
     * @param opening debits less credits before the first day
     * @param moved debits less credits between the days, both counted
     */
    public record MemberAccount(String account, String title, Money opening, Money moved) {}

    /** The member's parts of all accounts, in the order of the accounts. */
    public List<MemberAccount> ofMember(UUID member, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select a.name as account, a.title,
                               cast(coalesce(sum(l.amount) filter (where e.booked_on < :from), 0) as bigint) as opening,
                               cast(coalesce(sum(l.amount) filter (where e.booked_on >= :from), 0) as bigint) as moved
                          from journal_line l join journal_entry e on e.id = l.entry join ledger_account a on a.code = l.account
                         where l.member_id = :member and e.booked_on <= :to
                         group by a.code, a.name, a.title order by a.code
                        """)
                .bind("member", member)
                .bind("from", from)
                .bind("to", to)
                .mapTo(MemberAccount.class)
                .list());
    }

    /** @param amount debits positive, credits negative */
    public record MemberLine(
            long entry,
            LocalDate bookedOn,
            String event,
            String account,
            @Nullable String reference,
            Money amount) {}

    /** The lines of a member on all its accounts between two days, oldest first. */
    public List<MemberLine> linesOfMember(UUID member, LocalDate from, LocalDate to, int maxLines) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select e.id as entry, e.booked_on, e.event, a.title as account, e.reference, l.amount "
                                + MEMBER_LINES + " order by e.id, l.line limit :maxLines")
                .bind("member", member)
                .bind("from", from)
                .bind("to", to)
                .bind("maxLines", maxLines)
                .mapTo(MemberLine.class)
                .list());
    }

    /** How many lines the member has between two days. */
    public long countOfMember(UUID member, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) " + MEMBER_LINES)
                .bind("member", member)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one());
    }
}
