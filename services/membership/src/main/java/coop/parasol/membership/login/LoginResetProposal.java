package coop.parasol.membership.login;

import coop.parasol.membership.desk.DeskProposal;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a member which has lost its password is given a new one, as one registrar has proposed it and another has approved it.
 * Of the new password each of the two is told one part, once, and the member puts them together: nobody at the desks has
 * the whole.
 */
@Entity
public class LoginResetProposal extends DeskProposal {

    public UUID memberId;

    /** How the member was recognised; absent once it was erased. */
    public @Nullable String reason;

    /** What the one who has proposed it tells the member; absent before the approval, and once it was shown. */
    public @Nullable String firstPart;

    /** What the one who has approved it tells the member. */
    public @Nullable String secondPart;

    static Optional<LoginResetProposal> lock(UUID memberId, UUID id) {
        return LoginResetProposal.<LoginResetProposal>find("id = ?1 and memberId = ?2", id, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static Optional<LoginResetProposal> findPending(UUID memberId) {
        return find("memberId = ?1 and state = ?2", memberId, State.PROPOSED).singleResultOptional();
    }
}
