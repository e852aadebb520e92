package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.persistence.QueryCondition;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.web.SortPlace;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quantity of a product, in one of its grades, that a producer has promised to make in an ISO week, by a route (process) of its choice. */
@Entity
public class Commitment extends PanacheEntityBase {

    /**
     * OPEN -> FULFILLED when all of it is reported, also because what is not reported was released, and open again when a report is
     * corrected or withdrawn; OPEN -> RELEASED when nothing of it was reported.
     */
    public enum State {
        OPEN,
        FULFILLED,
        RELEASED
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    /** of the product, in which it is to be made */
    public String grade;

    /** ISO week */
    public String period;

    public String route;
    public BigDecimal quantity;
    public BigDecimal reported;

    /** of the quantity, what was taken from another's commitment: it is neither lowered nor released before its week is over */
    public BigDecimal taken = BigDecimal.ZERO;

    public String unit;

    /** whether it was fulfilled and is, or was, open again; its producer may have committed the same anew before */
    public boolean reopened;

    @Enumerated(EnumType.STRING)
    public State state;

    @Version
    public long version;

    /**
     * The open commitment of a member for a product, grade, week and route: there is one at most, and those that are open again. Of
     * several it is the oldest.
     */
    static Optional<Commitment> findOpen(UUID memberId, String product, String grade, Period period, String route) {
        return find(
                        "memberId = ?1 and product = ?2 and grade = ?3 and period = ?4 and route = ?5 and state = ?6"
                                + " order by id",
                        memberId,
                        product,
                        grade,
                        period.toString(),
                        route,
                        State.OPEN)
                .firstResultOptional();
    }

    /** The open commitments of a member, locked to the end of the transaction. */
    static List<Commitment> lockOpen(UUID memberId) {
        return Commitment.<Commitment>find("memberId = ?1 and state = ?2 order by id", memberId, State.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The commitment, locked to the end of the transaction. */
    public static Optional<Commitment> lock(UUID id) {
        return Commitment.<Commitment>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Open commitments of the members for the week or an earlier one, oldest first. */
    static List<Commitment> openUntil(Period week, Collection<UUID> memberIds) {
        return list(
                "state = ?1 and period <= ?2 and memberId in ?3 order by id", State.OPEN, week.toString(), memberIds);
    }

    /** The member that has made the commitment, without loading the commitment. */
    public static Optional<UUID> ownerOf(UUID id) {
        return Commitment.find("select commitment.memberId from Commitment commitment where commitment.id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** Of one member or, with null, of all. */
    static List<Commitment> page(@Nullable UUID memberId, SortPlace place, int maxRows) {
        QueryCondition condition =
                new QueryCondition(place.condition("?1", "?2"), place.numbered()).and("memberId =", memberId);
        return Commitment.<Commitment>find(condition.orderedBy(place.order()), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    public Quantity committed() {
        return new Quantity(quantity, unit);
    }

    /** What of it was taken from another's commitment. */
    public Quantity takenQuantity() {
        return new Quantity(taken, unit);
    }

    public Quantity reported() {
        return new Quantity(reported, unit);
    }

    /** for which it is made */
    public Period week() {
        return Period.parse(period);
    }

    /** what it is of */
    public GoodsOfWeek goods() {
        return new GoodsOfWeek(product, grade, week());
    }

    /** What is committed and not yet reported; nothing once the commitment is no longer open. */
    public BigDecimal outstanding() {
        return state == State.OPEN ? quantity.subtract(reported) : BigDecimal.ZERO;
    }
}
