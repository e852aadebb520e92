package coop.parasol.membership.books.patronage;

import coop.parasol.contracts.Money;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the close of each period has brought each member; what it leaves in the firm becomes a patronage lot. */
@ApplicationScoped
public class Allotments {

    private final Jdbi jdbi;

    Allotments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One member's part of a period's surplus, in minor units.
     *
     * @param volume value of its certified goods sold in the period
     * @param limitedReturn on its share, in cash
     * @param bonus in proportion to its volume
     * @param cash the part of the bonus that is paid; what is left becomes patronage capital
     */
    public record NewAllotment(UUID id, UUID memberId, long volume, long limitedReturn, long bonus, long cash) {}

    /** As it is shown; the patronage capital is the bonus less the cash. */
    public record Allotment(
            UUID memberId, Money volume, Money limitedReturn, Money bonus, Money cash, Money patronageCapital) {}

    /** Stores the allotments of a period, and the patronage lots that they leave, in one statement. */
    public void store(UUID period, LocalDate lastDay, LocalDate revolvesOn, List<NewAllotment> allotments) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with part as (
                            select * from unnest(:ids, :members, :volumes, :returns, :bonuses, :cash)
                                as p (id, member_id, volume, limited_return, bonus, cash)),
                        lot as (
                            insert into patronage_lot (id, period, member_id, year, amount, revolves_on, state)
                            select id, :period, member_id, :year, bonus - cash, :revolvesOn, 'HELD' from part where bonus > cash)
                        insert into allotment (id, period, member_id, volume, limited_return, bonus, cash)
                        select id, :period, member_id, volume, limited_return, bonus, cash from part
                        """)
                .bind("period", period)
                .bind("year", lastDay.getYear())
                .bind("revolvesOn", revolvesOn)
                .bindArray("ids", UUID.class, Columns.of(allotments, NewAllotment::id))
                .bindArray("members", UUID.class, Columns.of(allotments, NewAllotment::memberId))
                .bindArray("volumes", Long.class, Columns.of(allotments, NewAllotment::volume))
                .bindArray("returns", Long.class, Columns.of(allotments, NewAllotment::limitedReturn))
                .bindArray("bonuses", Long.class, Columns.of(allotments, NewAllotment::bonus))
                .bindArray("cash", Long.class, Columns.of(allotments, NewAllotment::cash))
                .execute());
    }

    /**
     * Allotments of a period in the order of the members' ids.
     *
     * @param only the member whose allotment is wanted; absent for all
     */
    public List<Allotment> list(UUID period, @Nullable UUID only, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select member_id, volume, limited_return, bonus, cash, bonus - cash as patronage_capital from allotment
                         where period = :period and member_id > :after
                           and (cast(:only as uuid) is null or member_id = :only)
                         order by member_id limit :maxRows
                        """)
                .bind("period", period)
                .bind("after", after)
                .bindByType("only", only, UUID.class)
                .bind("maxRows", maxRows)
                .mapTo(Allotment.class)
                .list());
    }

    /** Those of the periods in which a limited return was paid. */
    public Set<UUID> periodsWithReturn(Collection<UUID> periods) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct period from allotment where period = any(:periods) and limited_return > 0
                        """)
                .bindArray("periods", UUID.class, periods)
                .mapTo(UUID.class)
                .list()));
    }
}
