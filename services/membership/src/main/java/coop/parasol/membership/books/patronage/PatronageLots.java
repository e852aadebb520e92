package coop.parasol.membership.books.patronage;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Patronage lots: patronage capital by the period in which it was left in the firm. The database refuses lots that differ from the
 * books.
 */
@ApplicationScoped
public class PatronageLots {

    private final Jdbi jdbi;
    private final FirmClock clock;

    PatronageLots(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Held by the firm; revolved: paid back when the bylaws' years have passed; taken by a leaving member. */
    public enum State {
        HELD,
        REVOLVED,
        REDEEMED
    }

    /**
     * One period's patronage capital of a member.
     *
     * @param year of the period's last day
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
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select l.period as period_id, l.year, l.amount, l.revolves_on, l.state, a.volume, a.bonus, a.cash
                          from patronage_lot l join allotment a on a.period = l.period and a.member_id = l.member_id
                         where l.member_id = :member order by l.revolves_on, l.period
                        """).bind("member", member).mapTo(Lot.class).list());
    }

    /**
     * A leaving member takes all of its patronage capital; the caller posts it in the same transaction.
     *
     * @return what was held for it, minor units
     */
    public long redeemAll(UUID member) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with redeemed as (update patronage_lot set state = 'REDEEMED', ended_at = :now
                                        where member_id = :member and state = 'HELD' returning amount)
                        select cast(coalesce(sum(amount), 0) as bigint) from redeemed
                        """)
                .bind("member", member)
                .bind("now", clock.now())
                .mapTo(Long.class)
                .one());
    }

    /** @param amount minor units */
    record Revolved(UUID id, UUID memberId, int year, long amount) {}

    /** Ends the lots of a period that are held; the caller posts them in the same transaction. */
    List<Revolved> revolve(UUID period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with ended as (update patronage_lot set state = 'REVOLVED', ended_at = :now
                                        where period = :period and state = 'HELD' returning id, member_id, year, amount)
                        select id, member_id, year, amount from ended order by member_id
                        """)
                .bind("period", period)
                .bind("now", clock.now())
                .mapTo(Revolved.class)
                .list());
    }

    /** Whether a lot of one of the periods is held. */
    boolean isHeldOf(Collection<UUID> periods) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from patronage_lot where state = 'HELD' and period = any(:periods))
                        """)
                .bindArray("periods", UUID.class, periods)
                .mapTo(Boolean.class)
                .one());
    }
}
