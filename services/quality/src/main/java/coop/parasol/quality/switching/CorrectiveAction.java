package coop.parasol.quality.switching;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a producer has changed after the inspection of a series was discontinued, so that it may be resumed. */
@Entity
public class CorrectiveAction extends PanacheEntityBase {

    /** {@code ANNOUNCED --> ACCEPTED}, or {@code ANNOUNCED --> REFUSED}; after a refusal another may be announced. */
    public enum State {
        ANNOUNCED,
        ACCEPTED,
        REFUSED
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    /** why lots were rejected */
    public String cause;

    /** what was changed */
    public String action;

    @Enumerated(EnumType.STRING)
    public State state;

    public String announcedBy;
    public Instant announcedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    /** why it was refused */
    public @Nullable String reason;

    static Optional<CorrectiveAction> lock(UUID id) {
        return CorrectiveAction.<CorrectiveAction>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static boolean isAnnounced(InspectionSeries series) {
        return count("memberId = ?1 and product = ?2 and state = ?3", series.memberId, series.product, State.ANNOUNCED)
                > 0;
    }

    /**
     * The newest first.
     *
     * @param before the id before which the list begins
     * @param memberId of one producer, {@code null} for all
     * @param state in one state, {@code null} for any
     */
    static List<CorrectiveAction> newest(UUID before, int maxRows, @Nullable UUID memberId, @Nullable State state) {
        List<Object> values = new ArrayList<>(List.of(before));
        StringBuilder condition = new StringBuilder("id < ?1");
        if (memberId != null) {
            values.add(memberId);
            condition.append(" and memberId = ?").append(values.size());
        }
        if (state != null) {
            values.add(state);
            condition.append(" and state = ?").append(values.size());
        }
        return CorrectiveAction.<CorrectiveAction>find(condition + " order by id desc", values.toArray())
                .range(0, maxRows - 1)
                .list();
    }

    void decide(State decision, @Nullable String refusalReason, String by, Instant at) {
        state = decision;
        reason = refusalReason;
        decidedBy = by;
        decidedAt = at;
    }
}
