package coop.parasol.production.handover;

import coop.parasol.contracts.Period;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one producer wants to hand over of what counts of its commitment for a frozen week, to another that it names. */
@Entity
public class Handover extends PanacheEntityBase {

    /** PROPOSED until the named member accepts or declines it, the other withdraws it, or the week is over. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        LAPSED
    }

    @Id
    public UUID id;

    public UUID fromMemberId;
    public UUID toMemberId;

    /** of which it is handed over */
    public UUID commitmentId;

    /** in which it is, once it is accepted */
    public @Nullable UUID toCommitmentId;

    public String product;
    public String grade;

    /** ISO week */
    public String period;

    public String unit;
    public BigDecimal quantity;

    @Enumerated(EnumType.STRING)
    public State state;

    public Instant proposedAt;
    public @Nullable Instant decidedAt;

    @Version
    public long version;

    /** The two members of a handover. */
    record Parties(UUID from, UUID to) {}

    /** The two members of a handover, without loading it. */
    static Optional<Parties> partiesOf(UUID id) {
        return Handover.find(
                        "select handover.fromMemberId, handover.toMemberId from Handover handover where handover.id = ?1",
                        id)
                .project(Parties.class)
                .singleResultOptional();
    }

    static Optional<Handover> lock(UUID id) {
        return Handover.<Handover>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** What a member has given or received, the newest first. */
    static List<Handover> newest(UUID memberId, UUID before, int maxRows) {
        return Handover.<Handover>find(
                        "(fromMemberId = ?1 or toMemberId = ?1) and id < ?2 order by id desc", memberId, before)
                .range(0, maxRows - 1)
                .list();
    }

    Period week() {
        return Period.parse(period);
    }

    void decide(State next, Instant now) {
        if (state != State.PROPOSED) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        state = next;
        decidedAt = now;
    }
}
