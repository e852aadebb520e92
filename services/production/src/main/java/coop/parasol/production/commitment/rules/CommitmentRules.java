package coop.parasol.production.commitment.rules;

import coop.parasol.contracts.Quantity;

/** How a commitment changes: only its producer decides, and what it has reported it cannot take back. */
public final class CommitmentRules {

    private CommitmentRules() {}

    /** What becomes of a request to change a commitment. */
    public sealed interface Change permits Changed, Refused {}

    /**
     * The commitment is changed.
     *
     * @param quantity of the whole commitment from now on
     * @param fulfilled whether all of it is reported now
     */
    public record Changed(Quantity quantity, boolean fulfilled) implements Change {}

    /** The commitment stays as it is; {@code code} is {@code not-positive} or {@code below-reported}. */
    public record Refused(String code, String detail) implements Change {}

    /**
     * Raises or lowers a commitment.
     *
     * @param reported of it so far
     * @param requested quantity of the whole commitment; more than nothing, and not less than what is reported
     */
    public static Change change(Quantity reported, Quantity requested) {
        if (!requested.isPositive()) {
            return new Refused("not-positive", "A commitment is more than zero; to commit nothing, release it.");
        }
        if (requested.compareTo(reported) < 0) {
            return new Refused("below-reported", "You have reported " + reported + " of it already.");
        }
        return new Changed(requested, requested.equals(reported));
    }

    /**
     * What is reported of a commitment after another batch; never more than was committed, for what is made beyond that was
     * not promised.
     */
    public static Quantity reported(Quantity committed, Quantity before, Quantity batch) {
        return before.plus(batch).min(committed);
    }
}
