package coop.parasol.membership.books.patronage;

import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.Balances;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Pools as they are booked. A pool and the statements of its producers are told in any order, and may come on both sides of midnight;
 * they count for one day all the same, so that no period has the margin and another the volumes.
 */
@ApplicationScoped
public class SettledPools {

    private final Session database;
    private final Balances balances;
    private final Firm firm;

    SettledPools(Session database, Balances balances, Firm firm) {
        this.database = database;
        this.balances = balances;
        this.firm = firm;
    }

    /**
     * The pool itself is told.
     *
     * @param producers how many statements belong to it
     * @return the day for which its entry counts
     */
    public LocalDate settled(UUID pool, int producers) {
        return day(pool, producers, 0);
    }

    /**
     * Value of certified goods sold for a member. Goods that the firm buys in from a leaving member are paid goods of their pool and
     * counted with it.
     *
     * @param minor what partners have paid for the member's goods of the pool
     * @return the day for which its entry counts
     */
    public LocalDate stated(UUID pool, UUID member, long minor) {
        LocalDate day = day(pool, null, 1);
        database.createNativeMutationQuery(
                        "insert into patronage_volume (pool_id, member_id, sold_on, amount) values (?1, ?2, ?3, ?4)")
                .setParameter(1, pool)
                .setParameter(2, member)
                .setParameter(3, day)
                .setParameter(4, minor)
                .executeUpdate();
        return day;
    }

    /** How many of those that count for these days are not told whole: the pool itself or some of its statements are still to come. */
    public int notWhole(LocalDate first, LocalDate last) {
        return database.createNativeQuery(
                        "select cast(count(*) as integer) from pool where counts_on between ?1 and ?2"
                                + " and (producers is null or stated < producers)",
                        Integer.class)
                .setParameter(1, first)
                .setParameter(2, last)
                .getSingleResult();
    }

    /** The day of the first that was told; today, if that day is closed by now. */
    private LocalDate day(UUID pool, @Nullable Integer producers, int stated) {
        firm.lock();
        LocalDate day = database.createNativeQuery("""
                        insert into pool as p (id, counts_on, stated, producers) values (?1, ?2, ?3, ?4)
                        on conflict (id) do update set stated = p.stated + excluded.stated,
                                                       producers = coalesce(excluded.producers, p.producers)
                        returning counts_on
                        """, LocalDate.class)
                .setParameter(1, pool)
                .setParameter(2, firm.today())
                .setParameter(3, stated)
                .setParameter(4, producers, Integer.class)
                .getSingleResult();
        return balances.closedTo().filter(closed -> !day.isAfter(closed)).isPresent() ? firm.today() : day;
    }
}
