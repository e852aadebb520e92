package coop.parasol.membership.desk;

import coop.parasol.messaging.Ids;
import coop.parasol.web.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person proposes, and another approves or either of them withdraws. */
@MappedSuperclass
public abstract class DeskProposal extends PanacheEntityBase {

    /** PROPOSED until it is decided, once. */
    public enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public State state;

    public String proposedBy;
    public Instant proposedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    @Version
    public long version;

    /** Stores it as somebody's proposal. */
    public void propose(String actor, Instant now) {
        id = Ids.next();
        state = State.PROPOSED;
        proposedBy = actor;
        proposedAt = now;
        persistAndFlush();
    }

    /** Decides it, once. */
    public void decide(State decision, String actor, Instant now) {
        if (state != State.PROPOSED) {
            throw new IllegalStateException(state + " does not become " + decision);
        }
        state = decision;
        decidedBy = actor;
        decidedAt = now;
        persistAndFlush();
    }

    /**
     * Why a proposal cannot be decided: there is none, or it is decided.
     *
     * @param noun what a proposal of its kind is called
     */
    public static Optional<Refusal> whyNotPending(Optional<? extends DeskProposal> proposal, String noun, UUID id) {
        if (proposal.isEmpty()) {
            return Optional.of(new Refusal.NotFound(noun, id));
        }
        return proposal.get().state == State.PROPOSED
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict("already-decided", "The proposal is " + proposal.get().state + "."));
    }
}
