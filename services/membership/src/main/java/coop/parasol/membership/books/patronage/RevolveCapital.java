package coop.parasol.membership.books.patronage;

import coop.parasol.contracts.EquityEvent.CapitalRevolved;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The members' capital of one period is theirs again, and payable. */
@ApplicationScoped
public class RevolveCapital {

    private final Firm firm;
    private final Journal journal;
    private final Payables payables;
    private final Outbox outbox;
    private final Session database;

    RevolveCapital(Firm firm, Journal journal, Payables payables, Outbox outbox, Session database) {
        this.firm = firm;
        this.journal = journal;
        this.payables = payables;
        this.outbox = outbox;
        this.database = database;
    }

    private record Revolving(UUID lot, UUID member, int year, long amount) {}

    /** Whether capital of a period that ended before is still to be revolved; a period that has left none keeps nobody waiting. */
    public boolean olderIsHeld(LocalDate lastDay) {
        return database.createNativeQuery("""
                        select exists (select from patronage_lot l join financial_period p on p.id = l.period
                                        where l.state = 'HELD' and p.revolved_at is null and p.last_day < ?1)
                        """, Boolean.class)
                .setParameter(1, lastDay)
                .getSingleResult();
    }

    /**
     * The firm is locked, and the period is due and the oldest that is not revolved.
     *
     * @return how many members are owed something by it
     */
    public int revolve(UUID period, Cause cause) {
        List<Revolving> lots = end(period);
        journal.postAll(
                lots.stream()
                        .map(lot -> Patronage.revolved(lot.lot(), lot.member(), lot.year(), lot.amount()))
                        .toList(),
                cause);
        payables.dueAll(
                Patronage.REVOLVED,
                lots.stream()
                        .map(lot -> new Payables.Due(lot.lot(), lot.member(), lot.amount()))
                        .toList(),
                firm.today(),
                "Patronage capital revolved",
                cause.actor());
        outbox.append(
                lots.stream()
                        .map(lot -> new CapitalRevolved(lot.member(), period, lot.year(), firm.money(lot.amount())))
                        .toList(),
                cause);
        return lots.size();
    }

    private List<Revolving> end(UUID period) {
        return database
                .createNativeQuery("""
                        with ended as (update patronage_lot set state = 'REVOLVED', ended_at = ?2
                                        where period = ?1 and state = 'HELD' returning id, member_id, year, amount)
                        select id, member_id, year, amount from ended order by member_id
                        """, Object[].class)
                .setParameter(1, period)
                .setParameter(2, firm.now())
                .getResultList()
                .stream()
                .map(row -> new Revolving(
                        (UUID) row[0], (UUID) row[1], ((Number) row[2]).intValue(), ((Number) row[3]).longValue()))
                .toList();
    }
}
