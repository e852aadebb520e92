package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Account statements. Every line carries the balance after it, so that a page costs the same wherever it stands. */
@ApplicationScoped
public class AccountStatements {

    private final Session database;
    private final Firm firm;

    AccountStatements(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /**
     * One line of a statement.
     *
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
            Money balance) {

        /** Where the next page begins. */
        public String cursor() {
            return entry + "." + line;
        }
    }

    /** Newest first, before the line at the cursor. */
    public List<Line> of(Account account, @Nullable UUID memberId, long beforeEntry, int beforeLine, int fetch) {
        String own = memberId == null ? "" : " and l.member_id = :member";
        var query = database.createNativeQuery(
                        """
                        select l.entry, l.line, e.booked_on, e.event, e.narrative, e.actor, e.reference, l.member_id, l.amount,
                               %s
                          from journal_line l join journal_entry e on e.id = l.entry
                         where l.account = :account and (l.entry, l.line) < (:entry, :line)%s
                         order by l.entry desc, l.line desc limit :fetch
                        """.formatted(memberId == null ? "l.balance" : "l.member_balance", own), Object[].class)
                .setParameter("account", account.code())
                .setParameter("entry", beforeEntry)
                .setParameter("line", beforeLine)
                .setParameter("fetch", fetch);
        if (memberId != null) {
            query.setParameter("member", memberId);
        }
        return query.getResultList().stream().map(this::line).toList();
    }

    /** The lines as a table. */
    public static List<List<Object>> table(List<Line> lines) {
        List<List<Object>> rows = new ArrayList<>(
                List.of(List.of("entry", "date", "event", "narrative", "actor", "reference", "amount", "balance")));
        for (Line line : lines) {
            rows.add(List.of(
                    line.entry(),
                    line.bookedOn(),
                    line.event(),
                    line.narrative(),
                    line.actor(),
                    line.reference() == null ? "" : line.reference(),
                    line.amount(),
                    line.balance()));
        }
        return rows;
    }

    private Line line(Object[] row) {
        return new Line(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).intValue(),
                (LocalDate) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (UUID) row[7],
                firm.money(((Number) row[8]).longValue()),
                firm.money(((Number) row[9]).longValue()));
    }
}
