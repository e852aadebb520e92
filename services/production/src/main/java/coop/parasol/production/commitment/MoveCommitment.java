package coop.parasol.production.commitment;

import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.member.Member;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves a part of a producer's commitment to another producer, who makes it by a route of its own: what is committed by both together
 * stays the same. Whoever calls has checked that both agree.
 */
@ApplicationScoped
public class MoveCommitment {

    private final ChangeCommitment changeCommitment;
    private final CommitQuantity commitQuantity;

    MoveCommitment(ChangeCommitment changeCommitment, CommitQuantity commitQuantity) {
        this.changeCommitment = changeCommitment;
        this.commitQuantity = commitQuantity;
    }

    /** Why a part cannot be moved to a producer; empty if it can: together with its open commitment it is no larger than any can be. */
    public Optional<Refusal> refusal(UUID to, Commitment commitment, String route, BigDecimal part) {
        return Commitment.findOpen(to, commitment.product, commitment.grade, commitment.week(), route)
                .filter(open -> open.quantity.add(part).compareTo(Quantity.MAX_VALUE) > 0)
                .map(open -> new Refusal.InvalidField(
                        "quantity.value", "too-large", "With what you have committed it is larger than any quantity."));
    }

    /**
     * Moves a part.
     *
     * @param from whose open commitment it is, locked by the caller as is the commitment
     * @param to who commits the part, locked by the caller
     * @param route by which {@code to} makes it; an open commitment of the same route is raised
     * @param part of what is not reported of the commitment
     * @param taken whether {@code to} may not lower its commitment below it
     * @return the commitment of {@code to} that the part is in
     */
    public Commitment move(
            Member from, Commitment commitment, Member to, String route, BigDecimal part, boolean taken, Cause cause) {
        changeCommitment.lower(from, commitment, part, cause);
        Quantity quantity = new Quantity(part, commitment.unit);
        Optional<Commitment> open =
                Commitment.findOpen(to.id, commitment.product, commitment.grade, commitment.week(), route);
        Commitment own = open.isPresent()
                ? changeCommitment.raise(to, open.get(), part, cause)
                : commitQuantity.store(
                        to,
                        new CommitQuantity.Request(
                                to.id, commitment.product, commitment.grade, commitment.week(), quantity, route),
                        commitment.grade,
                        cause);
        if (taken) {
            own.taken = own.taken.add(part);
        }
        Commitment.flush();
        return own;
    }
}
