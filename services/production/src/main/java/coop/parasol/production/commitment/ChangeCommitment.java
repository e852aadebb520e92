package coop.parasol.production.commitment;

import coop.parasol.contracts.ProductionEvent.CommitmentFulfilled;
import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.rules.CommitmentRules;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.member.ClearExit;
import coop.parasol.production.member.Member;
import coop.parasol.production.outlook.DemandOutlook;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A producer raises, lowers or releases an existing commitment; {@link ReportedCommitments} counts the batches that are reported for
 * it. The member is locked first, so that its commitments change one after another.
 */
@ApplicationScoped
public class ChangeCommitment {

    /** Only an active member commits anything. */
    public static final Refusal NOT_ACTIVE = new Refusal.Conflict(
            "member-not-active", "Only an active member commits a quantity or raises what it has committed.");

    private final DemandOutlook outlook;
    private final ClearExit clearExit;
    private final PlanningFreeze freeze;
    private final CapacityLimit capacityLimit;
    private final OpenParts openParts;
    private final Outbox outbox;

    ChangeCommitment(
            DemandOutlook outlook,
            ClearExit clearExit,
            PlanningFreeze freeze,
            CapacityLimit capacityLimit,
            OpenParts openParts,
            Outbox outbox) {
        this.outlook = outlook;
        this.clearExit = clearExit;
        this.freeze = freeze;
        this.capacityLimit = capacityLimit;
        this.openParts = openParts;
        this.outbox = outbox;
    }

    sealed interface Outcome {}

    record Changed(Commitment commitment) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * Raises or lowers a commitment.
     *
     * @param memberId the producer, whose commitment it is
     * @param quantity of the whole commitment from now on
     * @param expectedVersion of the commitment; null for any
     */
    Outcome change(UUID memberId, UUID commitmentId, Quantity quantity, @Nullable Long expectedVersion, Cause cause) {
        return Member.lock(memberId)
                .map(member -> change(member, commitmentId, quantity, expectedVersion, cause))
                .orElseGet(() -> new Refused(NOT_ACTIVE));
    }

    /**
     * The same.
     *
     * @param member locked by the caller
     */
    Outcome change(Member member, UUID commitmentId, Quantity quantity, @Nullable Long expectedVersion, Cause cause) {
        Commitment commitment = Commitment.lock(commitmentId).orElseThrow();
        Optional<Refusal> refusal = refusal(commitment, expectedVersion)
                .or(() -> freeze.refusalToChange(commitment.week()))
                .or(() -> Product.refusal(commitment.product, quantity))
                .or(() -> capacityLimit.refusal(
                        member.id,
                        commitment.product,
                        commitment.week(),
                        quantity.value().subtract(commitment.quantity)));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        return switch (CommitmentRules.change(commitment.reported(), commitment.takenQuantity(), quantity)) {
            case CommitmentRules.Refused refused ->
                new Refused(new Refusal.InvalidField("quantity.value", refused.code(), refused.detail()));
            case CommitmentRules.Changed changed
            when member.state != Member.State.ACTIVE && changed.quantity().compareTo(commitment.committed()) > 0 ->
                new Refused(NOT_ACTIVE);
            case CommitmentRules.Changed changed -> {
                store(member, commitment, changed, cause);
                Commitment.flush();
                openParts.lowered(commitment.id, commitment.outstanding());
                yield new Changed(commitment);
            }
        };
    }

    /**
     * Releases what the producer has not reported yet.
     *
     * @param memberId the producer, whose commitment it is
     * @param expectedVersion of the commitment; null for any
     */
    Outcome release(UUID memberId, UUID commitmentId, @Nullable Long expectedVersion, Cause cause) {
        Member member = Member.lock(memberId).orElse(null);
        if (member == null) {
            return new Refused(NOT_ACTIVE);
        }
        Commitment commitment = Commitment.lock(commitmentId).orElseThrow();
        Optional<Refusal> refusal = refusal(commitment, expectedVersion)
                .or(() -> freeze.refusalToRelease(commitment.week()))
                .or(() -> takenFromAnother(member, commitment));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        release(member, commitment, cause);
        Commitment.flush();
        return new Changed(commitment);
    }

    /**
     * Releases what is not reported of an open commitment. What is reported stays committed, and keeps its fair share in what
     * is sold.
     *
     * @param member locked by the caller, as is the commitment
     */
    void release(Member member, Commitment commitment, Cause cause) {
        endWhatIsOpen(member, commitment, cause);
        openParts.lowered(commitment.id, BigDecimal.ZERO);
    }

    private void endWhatIsOpen(Member member, Commitment commitment, Cause cause) {
        if (commitment.reported().isPositive()) {
            store(member, commitment, new CommitmentRules.Changed(commitment.reported(), true), cause);
            return;
        }
        BigDecimal before = commitment.outstanding();
        close(member, commitment, Commitment.State.RELEASED);
        addToOutlook(commitment, before.negate());
        outbox.append(new CommitmentReleased(commitment.id, member.id, commitment.product, commitment.week()), cause);
        clearExit.clearIfNoCommitmentIsOpen(member, cause);
    }

    static QuantityCommitted committed(Commitment commitment) {
        return new QuantityCommitted(
                commitment.id,
                commitment.memberId,
                commitment.product,
                commitment.week(),
                commitment.committed(),
                commitment.route,
                commitment.grade);
    }

    private static Optional<Refusal> refusal(Commitment commitment, @Nullable Long expectedVersion) {
        if (commitment.state != Commitment.State.OPEN) {
            return Optional.of(notOpen(commitment.state));
        }
        return expectedVersion == null || expectedVersion == commitment.version
                ? Optional.empty()
                : Optional.of(new Refusal.ChangedMeanwhile(commitment.version));
    }

    /** A commitment that is not open is not changed. */
    public static Refusal notOpen(Commitment.State state) {
        return new Refusal.Conflict("commitment-not-open", "The commitment is " + state + ".");
    }

    /** What was taken from another's commitment is not lost: it is made, or lapses with its week or as its taker leaves. */
    private Optional<Refusal> takenFromAnother(Member member, Commitment commitment) {
        return commitment.taken.signum() == 0
                        || freeze.isOver(commitment.week())
                        || member.state == Member.State.LEAVING
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(
                        "taken-from-another",
                        "You have taken " + commitment.takenQuantity()
                                + " of it from another's commitment; lower it to that at least."));
    }

    /**
     * Takes a part off an open commitment, which another commits instead.
     *
     * @param member locked by the caller, as is the commitment
     * @param part of what is not reported
     */
    void lower(Member member, Commitment commitment, BigDecimal part, Cause cause) {
        BigDecimal left = commitment.quantity.subtract(part);
        if (left.compareTo(commitment.reported) <= 0) {
            endWhatIsOpen(member, commitment, cause);
        } else {
            store(member, commitment, new CommitmentRules.Changed(new Quantity(left, commitment.unit), false), cause);
        }
    }

    /** Adds to an open commitment what another has committed before; its member is locked by the caller. */
    Commitment raise(Member member, Commitment commitment, BigDecimal part, Cause cause) {
        Quantity raised = new Quantity(commitment.quantity.add(part), commitment.unit);
        store(member, commitment, new CommitmentRules.Changed(raised, false), cause);
        return commitment;
    }

    private void store(Member member, Commitment commitment, CommitmentRules.Changed changed, Cause cause) {
        BigDecimal before = commitment.outstanding();
        commitment.quantity = changed.quantity().value();
        if (changed.fulfilled()) {
            close(member, commitment, Commitment.State.FULFILLED);
        }
        addToOutlook(commitment, commitment.outstanding().subtract(before));
        outbox.append(committed(commitment), cause);
        if (changed.fulfilled()) {
            announceFulfilled(member, commitment, cause);
        }
    }

    private static void close(Member member, Commitment commitment, Commitment.State state) {
        commitment.state = state;
        member.openCommitments--;
    }

    private void announceFulfilled(Member member, Commitment commitment, Cause cause) {
        outbox.append(new CommitmentFulfilled(commitment.id, member.id, commitment.product, commitment.week()), cause);
        clearExit.clearIfNoCommitmentIsOpen(member, cause);
    }

    private void addToOutlook(Commitment commitment, BigDecimal change) {
        outlook.addCommitments(commitment.product, commitment.grade, commitment.week(), commitment.unit, change);
    }
}
