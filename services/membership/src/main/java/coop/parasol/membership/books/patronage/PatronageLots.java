package coop.parasol.membership.books.patronage;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Patronage capital by the year in which it was left in the firm. The database refuses lots that differ from the books. */
@ApplicationScoped
public class PatronageLots {

    private final Session database;
    private final Firm firm;

    PatronageLots(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** What has become of it. */
    public enum State {
        HELD,
        REVOLVED,
        TAKEN
    }

    /**
     * One year's part.
     *
     * @param volume value of certified goods sold for the member in that period: what the bonus was measured by
     * @param bonus of which {@code cash} was paid and {@code amount} left in the firm
     * @param revolvesOn the day from which on it is paid out, oldest first
     */
    public record Lot(
            UUID periodId,
            int year,
            Money amount,
            LocalDate revolvesOn,
            State state,
            Money volume,
            Money bonus,
            Money cash) {}

    /** A member's lots, oldest first. */
    public List<Lot> of(UUID member) {
        return database.createNativeQuery("""
                        select l.period, l.year, l.amount, l.revolves_on, l.state, a.volume, a.bonus, a.cash
                          from patronage_lot l join allotment a on a.period = l.period and a.member_id = l.member_id
                         where l.member_id = ?1 order by l.revolves_on, l.period
                        """, Object[].class).setParameter(1, member).getResultList().stream()
                .map(row -> new Lot(
                        (UUID) row[0],
                        ((Number) row[1]).intValue(),
                        money(row[2]),
                        (LocalDate) row[3],
                        State.valueOf((String) row[4]),
                        money(row[5]),
                        money(row[6]),
                        money(row[7])))
                .toList();
    }

    /**
     * A leaving member takes all of its patronage capital; the caller books it in the same transaction.
     *
     * @return what was held for it, minor units
     */
    public long takeAll(UUID member) {
        return database.createNativeQuery("""
                        with taken as (update patronage_lot set state = 'TAKEN', ended_at = ?2
                                        where member_id = ?1 and state = 'HELD' returning amount)
                        select cast(coalesce(sum(amount), 0) as bigint) from taken
                        """, Long.class)
                .setParameter(1, member)
                .setParameter(2, firm.now())
                .getSingleResult();
    }

    private Money money(Object minor) {
        return firm.money(((Number) minor).longValue());
    }
}
