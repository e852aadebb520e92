package coop.parasol.quality.release;

import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.persistence.QueryCondition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rejected lot that one person of the quality desk proposes to release for sale, and another releases. */
@Entity
public class LotRelease extends PanacheEntityBase {

    /** {@code PROPOSED --> APPROVED} by a second person, or {@code PROPOSED --> WITHDRAWN}. */
    public enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    public UUID batchId;

    @Enumerated(EnumType.STRING)
    public ReleaseKind kind;

    /** in which it is sold */
    public String grade;

    /** for buyers: what does not meet the standard, and why it may be sold all the same */
    public String reason;

    @Enumerated(EnumType.STRING)
    public State state;

    public String proposedBy;
    public Instant proposedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    static Optional<LotRelease> lock(UUID id) {
        return LotRelease.<LotRelease>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static boolean isProposed(UUID batchId) {
        return count("batchId = ?1 and state = ?2", batchId, State.PROPOSED) > 0;
    }

    /**
     * The newest first.
     *
     * @param state of this state only; null for all
     * @param batch of this batch only; null for all
     */
    static List<LotRelease> newest(@Nullable State state, @Nullable UUID batch, UUID before, int maxRows) {
        QueryCondition condition =
                new QueryCondition("id < ?1", before).and("state =", state).and("batchId =", batch);
        return LotRelease.<LotRelease>find(condition.orderedBy("id desc"), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    void decide(State decision, String by, Instant at) {
        state = decision;
        decidedBy = by;
        decidedAt = at;
    }
}
