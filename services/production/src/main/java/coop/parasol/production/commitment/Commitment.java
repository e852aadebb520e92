package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.member.Member;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A quantity that a producer has promised to make in a week, by a route of its choice. */
@Entity
public class Commitment extends PanacheEntityBase {

    /** OPEN until what is promised is all reported (FULFILLED), also by taking back the rest; RELEASED if nothing was reported. */
    public enum State {
        OPEN,
        FULFILLED,
        RELEASED
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;
    public String period;
    public String route;
    public BigDecimal quantity;
    public BigDecimal reported;
    public String unit;

    @Enumerated(EnumType.STRING)
    public State state;

    @Version
    public long version;

    static Optional<Commitment> open(UUID memberId, String product, Period period, String route) {
        return find(
                        "memberId = ?1 and product = ?2 and period = ?3 and route = ?4 and state = ?5",
                        memberId,
                        product,
                        period.toString(),
                        route,
                        State.OPEN)
                .singleResultOptional();
    }

    static List<Commitment> openOf(UUID memberId) {
        return Commitment.<Commitment>find("memberId = ?1 and state = ?2 order by id", memberId, State.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of leaving members whose week is not after the given one, oldest first. */
    static List<Commitment> ofLeavers(Period last, int most) {
        return Commitment.<Commitment>find(
                        "state = ?1 and period <= ?2 and memberId in (select id from Member where state = ?3) order by id",
                        State.OPEN,
                        last.toString(),
                        Member.State.LEAVING)
                .range(0, most - 1)
                .list();
    }

    static Optional<Commitment> lock(UUID id) {
        return Commitment.<Commitment>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    public Quantity committed() {
        return new Quantity(quantity, unit);
    }

    public Quantity reported() {
        return new Quantity(reported, unit);
    }

    Period week() {
        return Period.parse(period);
    }

    /** What is still to be expected. */
    BigDecimal rest() {
        return state == State.OPEN ? quantity.subtract(reported) : BigDecimal.ZERO;
    }
}
