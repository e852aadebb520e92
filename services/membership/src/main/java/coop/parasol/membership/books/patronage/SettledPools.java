package coop.parasol.membership.books.patronage;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.period.ClosedPeriods;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * A pool that is settled.
     *
     * @param producers how many statements belong to it
     */
    public record Settlement(UUID settlementId, int producers) {}

    /**
     * Records that pools are settled.
     *
     * @return the day for which the entry of each counts, by settlement
     */
    public Map<UUID, LocalDate> recordSettlements(Collection<Settlement> settlements) {
        return days(settlements.stream()
                .map(settled -> new Part(settled.settlementId(), 0, settled.producers()))
                .toList());
    }

    /**
     * A producer's statement.
     *
     * @param volume what partners have paid for the member's goods of the pool, minor units
     */
    public record Statement(UUID settlementId, UUID memberId, long volume) {}

    /**
     * Records producers' statements, and with them the value of certified goods sold for the members. Goods that the firm has
     * bought in from a leaving member are in no pool, and no volume.
     *
     * @return the day for which the entries of each pool count, by settlement
     */
    public Map<UUID, LocalDate> recordStatements(Collection<Statement> statements) {
        Map<UUID, LocalDate> days = days(statements.stream()
                .collect(Collectors.groupingBy(Statement::settlementId, Collectors.summingInt(each -> 1)))
                .entrySet()
                .stream()
                .map(pool -> new Part(pool.getKey(), pool.getValue(), null))
                .toList());
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into patronage_volume (settlement_id, member_id, sold_on, amount)
            select settlement, member, day, volume
              from unnest(:settlements, :members, :days, :volumes) as stated (settlement, member, day, volume)
             order by settlement, member
            """)
                .bindArray("settlements", UUID.class, Columns.of(statements, Statement::settlementId))
                .bindArray("members", UUID.class, Columns.of(statements, Statement::memberId))
                .bindArray("days", LocalDate.class, Columns.of(statements, each -> days.get(each.settlementId())))
                .bindArray("volumes", Long.class, Columns.of(statements, Statement::volume))
                .execute());
        return days;
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

    /**
     * What has arrived of a pool.
     *
     * @param producers null where the settlement itself has not
     */
    private record Part(
            UUID settlement, int statements, @Nullable Integer producers) {}

    private record BookingDay(UUID settlementId, LocalDate day) {}

    /** Of each pool the day of the first part that arrived; today, if that day is closed by now. */
    private Map<UUID, LocalDate> days(List<Part> parts) {
        shareCount.lock();
        List<BookingDay> days = jdbi.withHandle(handle -> handle.createQuery("""
            insert into settled_pool as p (settlement_id, booking_day, booked_statements, producers)
            select settlement, :today, statements, producers
              from unnest(:settlements, :statements, :producers) as part (settlement, statements, producers)
             order by settlement
            on conflict (settlement_id) do update
               set booked_statements = p.booked_statements + excluded.booked_statements,
                   producers = coalesce(excluded.producers, p.producers)
            returning settlement_id, booking_day as day
            """)
                .bind("today", clock.today())
                .bindArray("settlements", UUID.class, Columns.of(parts, Part::settlement))
                .bindArray("statements", Integer.class, Columns.of(parts, Part::statements))
                .bindArray("producers", Integer.class, Columns.of(parts, Part::producers))
                .mapTo(BookingDay.class)
                .list());
        LocalDate closed = closedPeriods.closedUntil().orElse(LocalDate.MIN);
        return days.stream()
                .collect(Collectors.toMap(
                        BookingDay::settlementId, pool -> pool.day().isAfter(closed) ? pool.day() : clock.today()));
    }
}
