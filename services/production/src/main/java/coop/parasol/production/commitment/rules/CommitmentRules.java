package coop.parasol.production.commitment.rules;

import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a producer may commit, and how a commitment changes: only its producer decides, and what it has reported it cannot take
 * back.
 */
public final class CommitmentRules {

    private CommitmentRules() {}

    /** Whether a producer may make a new commitment. */
    public sealed interface CommitmentDecision permits Allowed, MemberNotActive, NotPositive, AlreadyCommitted {}

    /** The member may commit the quantity. */
    public record Allowed() implements CommitmentDecision {}

    /** Only an active member commits: one that leaves makes what it has committed, and nothing new. */
    public record MemberNotActive() implements CommitmentDecision {}

    /** A commitment is more than zero. */
    public record NotPositive() implements CommitmentDecision {}

    /** @param openCommitmentId the open commitment of the member for this product, week and route, which is changed instead */
    public record AlreadyCommitted(UUID openCommitmentId) implements CommitmentDecision {}

    /**
     * Decides about a new commitment.
     *
     * @param active whether the member is active
     * @param openCommitmentId the member's open commitment for the same product, week and route; null where there is none
     */
    public static CommitmentDecision decideNew(boolean active, Quantity quantity, @Nullable UUID openCommitmentId) {
        if (!active) {
            return new MemberNotActive();
        }
        if (!quantity.isPositive()) {
            return new NotPositive();
        }
        return openCommitmentId == null ? new Allowed() : new AlreadyCommitted(openCommitmentId);
    }

    /** What becomes of a request to change a commitment. */
    public sealed interface Change permits Changed, Refused {}

    /**
     * The commitment is changed.
     *
     * @param quantity of the whole commitment from now on
     * @param fulfilled whether all of it is reported now
     */
    public record Changed(Quantity quantity, boolean fulfilled) implements Change {}

    /** The commitment stays as it is; {@code code} is {@code not-positive}, {@code below-reported} or {@code below-taken}. */
    public record Refused(String code, String detail) implements Change {}

    /**
     * Raises or lowers a commitment.
     *
     * @param reported of it so far
     * @param taken of it from another's commitment
     * @param requested quantity of the whole commitment; more than nothing, and not less than what is reported or taken
     */
    public static Change change(Quantity reported, Quantity taken, Quantity requested) {
        if (!requested.isPositive()) {
            return new Refused("not-positive", "A commitment is more than zero; to commit nothing, release it.");
        }
        if (requested.compareTo(reported) < 0) {
            return new Refused("below-reported", "You have reported " + reported + " of it already.");
        }
        if (requested.compareTo(taken) < 0) {
            return new Refused("below-taken", "You have taken " + taken + " of it from another's commitment.");
        }
        return new Changed(requested, requested.equals(reported));
    }

    /**
     * What is reported of a commitment after another batch; never more than was committed, for what is made beyond that was
     * not promised.
     */
    public static Quantity reported(Quantity committed, Quantity before, Quantity batch) {
        // the sum may have more digits than a quantity has
        return batch.compareTo(committed.minus(before)) >= 0 ? committed : before.plus(batch);
    }

    /**
     * What is reported of a commitment whose batches were corrected or withdrawn: what they are now together, and never more than was
     * committed.
     *
     * @param batches what all batches together are that were made for it, in its unit
     */
    public static Quantity recounted(Quantity committed, BigDecimal batches) {
        return committed.value().compareTo(batches) <= 0 ? committed : new Quantity(batches, committed.unit());
    }
}
