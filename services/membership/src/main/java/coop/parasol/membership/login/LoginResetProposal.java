package coop.parasol.membership.login;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a member which has lost its password is given a new one, as one registrar has proposed it and another has approved it.
 * Of the new password each of the two is told one part, once, and the member puts them together: nobody at the desks has
 * the whole.
 */
@Entity
public class LoginResetProposal extends PanacheEntityBase {

    /** PROPOSED until it is decided, once. */
    public enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    public UUID memberId;

    /** How the member was recognised; absent once it was erased. */
    public @Nullable String reason;

    @Enumerated(EnumType.STRING)
    public State state;

    public String proposedBy;
    public Instant proposedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    /** What the one who has proposed it tells the member; absent before the approval, and once it was shown. */
    public @Nullable String firstPart;

    /** What the one who has approved it tells the member. */
    public @Nullable String secondPart;

    @Version
    public long version;

    static Optional<LoginResetProposal> lock(UUID memberId, UUID id) {
        return LoginResetProposal.<LoginResetProposal>find("id = ?1 and memberId = ?2", id, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static Optional<LoginResetProposal> findPending(UUID memberId) {
        return find("memberId = ?1 and state = ?2", memberId, State.PROPOSED).singleResultOptional();
    }

    void decide(State decision, String actor, Instant now) {
        if (state != State.PROPOSED) {
            throw new IllegalStateException(state + " does not become " + decision);
        }
        state = decision;
        decidedBy = actor;
        decidedAt = now;
    }
}
