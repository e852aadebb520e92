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
    public LocalDate recordSettlement(UUID settlement, int producers) {
        return day(settlement, producers, 0);
    }

    /**
     * Records a producer's statement, and with it the value of certified goods sold for the member. Goods that the firm has
     * bought in from a leaving member are in no pool, and no volume.
     *
     * @param volume what partners have paid for the member's goods of the pool, minor units
     * @return the day for which its entry counts
     */
    public LocalDate recordStatement(UUID settlement, UUID member, long volume) {
        LocalDate day = day(settlement, null, 1);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into patronage_volume (settlement_id, member_id, sold_on, amount)
                        values (:settlement, :member, :day, :volume)
                        """)
                .bind("settlement", settlement)
                .bind("member", member)
                .bind("day", day)
                .bind("volume", volume)
                .execute());
        return day;
    }

    /** How many of the pools that count for these days are incomplete: the pool itself or some of its statements are still to come. */
    public int countIncomplete(LocalDate first, LocalDate last) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from settled_pool
                         where booking_day between :first and :last
                           and (producers is null or booked_statements < producers)
                        """)
                .bind("first", first)
                .bind("last", last)
                .mapTo(Integer.class)
                .one());
    }

    /** The day of the first part that arrived; today, if that day is closed by now. */
    private LocalDate day(UUID settlement, @Nullable Integer producers, int statements) {
        shareCount.lock();
        LocalDate day = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into settled_pool as p (settlement_id, booking_day, booked_statements, producers)
                        values (:settlement, :today, :statements, :producers)
                        on conflict (settlement_id) do update
                           set booked_statements = p.booked_statements + excluded.booked_statements,
                               producers = coalesce(excluded.producers, p.producers)
                        returning booking_day
                        """)
                .bind("settlement", settlement)
                .bind("today", clock.today())
                .bind("statements", statements)
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
