package coop.parasol.membership.books.patronage;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.period.ClosedPeriods;
import coop.parasol.membership.share.ShareCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Settled pools as they are posted. A pool and the statements of its producers arrive in any order, and may arrive on both sides of
 * midnight; they count for one day all the same, so that no period has the margin and another the volumes.
 */
@ApplicationScoped
public class SettledPools {

    private final Jdbi jdbi;
    private final ClosedPeriods closedPeriods;
    private final ShareCount shareCount;
    private final FirmClock clock;

    SettledPools(Jdbi jdbi, ClosedPeriods closedPeriods, ShareCount shareCount, FirmClock clock) {
        this.jdbi = jdbi;
        this.closedPeriods = closedPeriods;
        this.shareCount = shareCount;
        this.clock = clock;
    }

    /**
     * Records that the pool is settled.
     *
     * @param producers how many statements belong to it
     * @return the day for which its entry counts
     */
    public LocalDate recordSettlement(UUID pool, int producers) {
        return day(pool, producers, 0);
    }

    /**
     * Records a producer's statement, and with it the value of certified goods sold for the member. Goods that the firm purchases from
     * a leaving member are paid goods of their pool and counted with it.
     *
     * @param volume what partners have paid for the member's goods of the pool, minor units
     * @return the day for which its entry counts
     */
    public LocalDate recordStatement(UUID pool, UUID member, long volume) {
        LocalDate day = day(pool, null, 1);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into patronage_volume (pool_id, member_id, sold_on, amount)
                        values (:pool, :member, :day, :volume)
                        """)
                .bind("pool", pool)
                .bind("member", member)
                .bind("day", day)
                .bind("volume", volume)
                .execute());
        return day;
    }

    /** How many of the pools that count for these days are incomplete: the pool itself or some of its statements are still to come. */
    public int countIncomplete(LocalDate first, LocalDate last) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from pool
                         where counts_on between :first and :last and (producers is null or stated < producers)
                        """)
                .bind("first", first)
                .bind("last", last)
                .mapTo(Integer.class)
                .one());
    }

    /** The day of the first part that arrived; today, if that day is closed by now. */
    private LocalDate day(UUID pool, @Nullable Integer producers, int stated) {
        shareCount.lock();
        LocalDate day = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into pool as p (id, counts_on, stated, producers) values (:pool, :today, :stated, :producers)
                        on conflict (id) do update set stated = p.stated + excluded.stated,
                                                       producers = coalesce(excluded.producers, p.producers)
                        returning counts_on
                        """)
                .bind("pool", pool)
                .bind("today", clock.today())
                .bind("stated", stated)
                .bindByType("producers", producers, Integer.class)
                .mapTo(LocalDate.class)
                .one());
        return closedPeriods
                        .closedUntil()
                        .filter(closed -> !day.isAfter(closed))
                        .isPresent()
                ? clock.today()
                : day;
    }
}
