package coop.parasol.membership.treasury.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people have found out about a payable that is held for them, as one treasurer has proposed it and another has approved it. */
@Entity
public class HoldDecision extends PanacheEntityBase {

    /** What becomes of the payable. */
    public enum Decision {
        /** The bank has paid it, by what somebody has entered as rejected. */
        PAID,
        /** It is owed: the next payment run pays what is left of it. */
        OWED
    }

    /** PROPOSED until it is decided, once. */
    public enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN,
        /** Nobody has decided it: the bank's statement, or what the payable is owed for, has settled the matter meanwhile. */
        LAPSED
    }

    @Id
    public UUID id;

    public UUID payableId;

    @Enumerated(EnumType.STRING)
    public Decision decision;

    /** What the bank has paid, minor units; absent for what is owed. */
    public @Nullable Long amount;

    /** The bank's own name of the transfer; absent for what is owed. */
    public @Nullable String bankReference;

    /** What was found out; absent once it was erased. */
    public @Nullable String reason;

    @Enumerated(EnumType.STRING)
    public State state;

    public String proposedBy;
    public Instant proposedAt;

    /** Who has approved or withdrawn it, or by whose word the payable went on without it. */
    public @Nullable String decidedBy;

    public @Nullable Instant decidedAt;

    @Version
    public long version;

    static Optional<HoldDecision> lock(UUID payableId, UUID id) {
        return HoldDecision.<HoldDecision>find("id = ?1 and payableId = ?2", id, payableId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static Optional<HoldDecision> lockPending(UUID payableId) {
        return HoldDecision.<HoldDecision>find("payableId = ?1 and state = ?2", payableId, State.PROPOSED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The payable, which is locked, waits for nobody any more: what is proposed for it ends. */
    static void lapse(UUID payableId, String actor, Instant now) {
        lockPending(payableId).ifPresent(pending -> {
            pending.decide(State.LAPSED, actor, now);
            flush();
        });
    }

    /** In the order of their ids. */
    static List<HoldDecision> page(UUID payableId, UUID after, int maxRows) {
        return HoldDecision.<HoldDecision>find("payableId = ?1 and id > ?2 order by id", payableId, after)
                .range(0, maxRows - 1)
                .list();
    }

    void decide(State next, String actor, Instant now) {
        if (state != State.PROPOSED) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        state = next;
        decidedBy = actor;
        decidedAt = now;
    }
}
