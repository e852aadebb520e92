package coop.parasol.production.member;

import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/**
 * Clears a leaving member as soon as it has no open commitment, and quality has answered what it wanted to change of its batches, by which a
 * commitment can be open again; from then on it can report no further batch.
 */
@ApplicationScoped
public class ClearExit {

    private final Outbox outbox;

    ClearExit(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Clears the member's exit once, if it is leaving and has no open commitment.
     *
     * @param member locked by the caller
     */
    public void clearIfNoCommitmentIsOpen(Member member, Cause cause) {
        clearance(member).ifPresent(cleared -> outbox.append(cleared, cause));
    }

    /**
     * The same, with the event that the caller has to append; empty if the member is not cleared now.
     *
     * @param member locked by the caller
     */
    public static Optional<ProductionCleared> clearance(Member member) {
        if (member.state != Member.State.LEAVING
                || member.openCommitments != 0
                || member.openChanges != 0
                || member.isCleared()) {
            return Optional.empty();
        }
        member.clearedExitId = member.exitId;
        return Optional.of(
                new ProductionCleared(member.id, Objects.requireNonNull(member.exitId), member.batchesReported));
    }
}
