package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch whose unsold units a leaving member takes back or has offered to the firm. */
@Entity
public class ExitGoods extends PanacheEntityBase {

    /**
     * <pre>
     * TAKE_BACK: WAITING -> SET_ASIDE -> TAKEN_BACK
     *                          +-------> UNCOLLECTED, STILL_SUSPENDED
     * OFFER:     WAITING -> OFFERED <-> PROPOSED -> BOUGHT
     *                          +----------+-------> DECLINED, LAPSED
     * </pre>
     *
     * WAITING: the batch has not become stock yet. UNCOLLECTED: nobody has collected it in the bylaws' days; STILL_SUSPENDED: it was
     * suspended for longer than the exit waits; both stay in the pools. From any state before the last it is NOTHING_LEFT once everything is sold, and
     * RECALLED or EXPIRED once nothing of the lot may be sold any more: it is handed over to nobody then, and bought by nobody.
     * WITHDRAWN: the exit was reversed, and the member stays.
     */
    public enum State {
        WAITING,
        SET_ASIDE,
        TAKEN_BACK,
        OFFERED,
        PROPOSED,
        BOUGHT,
        DECLINED,
        LAPSED,
        UNCOLLECTED,
        STILL_SUSPENDED,
        NOTHING_LEFT,
        RECALLED,
        EXPIRED,
        WITHDRAWN
    }

    /** What distribution does not clear an exit before. */
    static final List<State> UNDECIDED = List.of(State.WAITING, State.SET_ASIDE, State.OFFERED, State.PROPOSED);

    /** What ends by time if nobody does it. */
    private static final List<State> LAPSING = List.of(State.OFFERED, State.PROPOSED, State.SET_ASIDE);

    @Id
    public UUID id;

    public UUID exitId;
    public UUID memberId;
    public UUID batchId;

    @Enumerated(EnumType.STRING)
    public GoodsChoice choice;

    @Enumerated(EnumType.STRING)
    public State state;

    /** Units that are set aside, were taken back or bought. */
    public @Nullable BigDecimal quantity;

    /** When the goods were set aside, or when their suspension ended after that; null before. */
    public @Nullable Instant collectableSince;

    /** What one person proposes to pay for a unit, minor units. */
    public @Nullable Long unitPrice;

    public @Nullable String proposedBy;
    public @Nullable Instant proposedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    @Version
    public long version;

    static Optional<ExitGoods> of(UUID exitId, UUID batchId) {
        return find("exitId = ?1 and batchId = ?2", exitId, batchId).singleResultOptional();
    }

    static Optional<ExitGoods> lock(UUID exitId, UUID batchId) {
        return ExitGoods.<ExitGoods>find("exitId = ?1 and batchId = ?2", exitId, batchId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** What is undecided in an exit, locked in the order of the batches; the exit is locked. */
    static List<ExitGoods> lockUndecided(UUID exitId) {
        return ExitGoods.<ExitGoods>find("exitId = ?1 and state in ?2 order by batchId", exitId, UNDECIDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The batches of an exit that are in one of the states; read before the rows themselves because their products are locked first. */
    static List<UUID> batchIds(UUID exitId, Collection<State> states) {
        return getEntityManager()
                .createQuery(
                        "select g.batchId from ExitGoods g where g.exitId = :exit and g.state in :states order by"
                                + " g.batchId",
                        UUID.class)
                .setParameter("exit", exitId)
                .setParameter("states", states)
                .getResultList();
    }

    /** Of an exit after a batch, in the order of the batches. */
    static List<ExitGoods> page(UUID exitId, UUID afterBatch, int maxRows) {
        return ExitGoods.<ExitGoods>find("exitId = ?1 and batchId > ?2 order by batchId", exitId, afterBatch)
                .range(0, maxRows - 1)
                .list();
    }

    /** What ends by time in an exit if nobody does it, locked in the order of the batches; the exit is locked. */
    static List<ExitGoods> lockLapsing(UUID exitId) {
        return ExitGoods.<ExitGoods>find("exitId = ?1 and state in ?2 order by batchId", exitId, LAPSING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static long countUndecided(UUID exitId) {
        return count("exitId = ?1 and state in ?2", exitId, UNDECIDED);
    }

    /** Nothing that is undecided in an exit is done any more; the exit is locked. */
    static void withdraw(UUID exitId, @Nullable String actor, Instant now) {
        update(
                "quantity = null, state = ?1, decidedBy = ?2, decidedAt = ?3, version = version + 1"
                        + " where exitId = ?4 and state in ?5",
                State.WITHDRAWN,
                actor,
                now,
                exitId,
                UNDECIDED);
    }

    /** What is set aside of a batch, locked; whoever calls this holds the lock of the product. */
    static List<ExitGoods> lockSetAside(Collection<UUID> batchIds) {
        return ExitGoods.<ExitGoods>find("batchId in ?1 and state = ?2", batchIds, State.SET_ASIDE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Exits with offers that nobody has decided about, or with goods that nobody has collected. */
    static List<UUID> exitsThatMayLapse(UUID after, int maxRows) {
        return getEntityManager()
                .createQuery("""
                    select distinct g.exitId from ExitGoods g where g.state in :lapsing and g.exitId > :after order by g.exitId
                    """, UUID.class)
                .setParameter("lapsing", LAPSING)
                .setParameter("after", after)
                .setMaxResults(maxRows)
                .getResultList();
    }

    boolean isOpenOffer() {
        return state == State.OFFERED || state == State.PROPOSED;
    }

    void decide(State decision, @Nullable String actor, Instant now) {
        state = decision;
        decidedBy = actor;
        decidedAt = now;
    }
}
