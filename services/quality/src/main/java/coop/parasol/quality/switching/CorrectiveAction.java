package coop.parasol.quality.switching;

import coop.parasol.persistence.QueryCondition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a producer changes about the cause of defects (ISO 9001 10.2), so that the inspection of a discontinued series is
 * resumed or because the quality desk asks for it, with an owner, a due day and the proof that it has worked.
 */
@Entity
public class CorrectiveAction extends PanacheEntityBase {

    /**
     * After a refusal, or if it did not work, another may be announced.
     *
     * <pre>
     * REQUESTED --> ANNOUNCED --> ACCEPTED | REFUSED
     * ACCEPTED  --> PROVEN --> EFFECTIVE | INEFFECTIVE
     * </pre>
     */
    public enum State {
        REQUESTED,
        ANNOUNCED,
        ACCEPTED,
        REFUSED,
        PROVEN,
        EFFECTIVE,
        INEFFECTIVE;

        /** Whether the producer still has something to do, so that its due day counts. */
        public boolean awaitsProducer() {
            return switch (this) {
                case REQUESTED, ACCEPTED -> true;
                case ANNOUNCED, REFUSED, PROVEN, EFFECTIVE, INEFFECTIVE -> false;
            };
        }
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    /** what the quality desk asks for, and why; absent if the producer has begun by itself */
    public @Nullable String request;

    public @Nullable String requestedBy;

    /** the complaint that it follows from, if any */
    public @Nullable UUID complaintId;

    /** why lots were rejected or goods complained of */
    public @Nullable String cause;

    /** what is changed */
    public @Nullable String action;

    /** the person of the producer who sees to it; absent after what is personal of the producer was erased */
    public @Nullable String owner;

    /** the day of the firm by which it is done and proven */
    public LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    public State state;

    /** when it was requested, or announced without a request */
    public Instant begunAt;

    public @Nullable String announcedBy;
    public @Nullable Instant announcedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    /** why it was refused */
    public @Nullable String reason;

    /** of the producer: that it is done, and how it shows that it works */
    public @Nullable String proof;

    public @Nullable String provenBy;
    public @Nullable Instant provenAt;
    public @Nullable String verifiedBy;
    public @Nullable Instant verifiedAt;

    /** of the quality desk: how it has seen that it works, or does not */
    public @Nullable String finding;

    static Optional<CorrectiveAction> lock(UUID id) {
        return CorrectiveAction.<CorrectiveAction>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static boolean isAnnounced(InspectionSeries series) {
        return count("memberId = ?1 and product = ?2 and state = ?3", series.memberId, series.product, State.ANNOUNCED)
                > 0;
    }

    /** Forgets who has seen to the actions of a producer. */
    static void eraseOwners(UUID memberId) {
        update("owner = null where memberId = ?1 and owner is not null", memberId);
    }

    /** Whether its day is over and the producer still has something to do. */
    boolean isOverdue(LocalDate today) {
        return state.awaitsProducer() && today.isAfter(dueOn);
    }

    /**
     * Which actions; {@code null} for any.
     *
     * @param overdueOn those that are overdue on this day
     */
    record Filter(
            @Nullable UUID memberId,
            @Nullable State state,
            @Nullable LocalDate overdueOn) {}

    /** The newest first. */
    static List<CorrectiveAction> newest(UUID before, int maxRows, Filter filter) {
        List<State> overdue =
                Stream.of(State.values()).filter(State::awaitsProducer).toList();
        QueryCondition condition = new QueryCondition("id < ?1", before)
                .and("memberId =", filter.memberId())
                .and("state =", filter.state())
                .and("dueOn <", filter.overdueOn())
                .and("state in", filter.overdueOn() == null ? null : overdue);
        return CorrectiveAction.<CorrectiveAction>find(condition.orderedBy("id desc"), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    /** What a producer announces. */
    record Announcement(String cause, String action, String owner, LocalDate dueOn, String by) {}

    void announce(Announcement announcement, Instant at) {
        state = State.ANNOUNCED;
        cause = announcement.cause();
        action = announcement.action();
        owner = announcement.owner();
        dueOn = announcement.dueOn();
        announcedBy = announcement.by();
        announcedAt = at;
    }

    void decide(State decision, @Nullable String refusalReason, String by, Instant at) {
        state = decision;
        reason = refusalReason;
        decidedBy = by;
        decidedAt = at;
    }

    void prove(String how, String by, Instant at) {
        state = State.PROVEN;
        proof = how;
        provenBy = by;
        provenAt = at;
    }

    void verify(boolean effective, String found, String by, Instant at) {
        state = effective ? State.EFFECTIVE : State.INEFFECTIVE;
        finding = found;
        verifiedBy = by;
        verifiedAt = at;
    }
}
