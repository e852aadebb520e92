package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.persistence.QueryCondition;
import coop.parasol.quality.recall.rules.RecallAction;
import coop.parasol.quality.recall.rules.RecallReach;
import coop.parasol.quality.recall.rules.RecallScope;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A decision of the quality desk about the certificates of many batches, and how far it is executed. */
@Entity
public class Recall extends PanacheEntityBase {

    /** {@code PROPOSED --> DECIDED | WITHDRAWN}; only a recall is proposed first, and a second person approves it. */
    public enum State {
        PROPOSED,
        DECIDED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public RecallAction action;

    /** of a RECALL only */
    @Enumerated(EnumType.STRING)
    public @Nullable RecallClass recallClass;

    public String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public RecallScope scope;

    @Enumerated(EnumType.STRING)
    public State state;

    public String proposedBy;
    public Instant proposedAt;

    /** who approved a recall, took another decision, or withdrew the proposal */
    public @Nullable String decidedBy;

    public @Nullable Instant decidedAt;

    /** which producers it hits and what it did not find */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public RecallReach reach;

    /** batches without a certificate that it has suspended or released */
    public int undecidedBatches;

    /** certificates that it is about */
    public int selected;

    /** certificates whose state it has changed */
    public int changed;

    /** certificates that were in no state that it changes */
    public int unchanged;

    /** when it was executed for all certificates */
    public @Nullable Instant finishedAt;

    /** The ids of the decisions that are not wholly executed, in the order they were taken. */
    static List<UUID> unfinished() {
        return find("select id from Recall where state = ?1 and finishedAt is null order by id", State.DECIDED)
                .project(UUID.class)
                .list();
    }

    static Optional<Recall> lock(UUID id) {
        return Recall.<Recall>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /**
     * The newest first.
     *
     * @param state of this state only; null for all
     */
    static List<Recall> newest(@Nullable State state, UUID before, int maxRows) {
        QueryCondition condition = new QueryCondition("id < ?1", before).and("state =", state);
        return Recall.<Recall>find(condition.orderedBy("id desc"), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    static List<Recall> ofIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
