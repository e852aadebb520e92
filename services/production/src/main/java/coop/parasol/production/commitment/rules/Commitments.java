package coop.parasol.production.commitment.rules;

import coop.parasol.contracts.Quantity;

/** How a commitment changes. The producer alone decides; what it has reported it has reported. */
public final class Commitments {

    private Commitments() {}

    /** What a wish to change leads to. */
    public sealed interface Change permits Changed, Refused {}

    /** @param fulfilled whether everything promised is reported now */
    public record Changed(Quantity quantity, boolean fulfilled) implements Change {}

    /** The producer may not do this, and why. */
    public record Refused(String code, String reason) implements Change {}

    /** The whole commitment is to be {@code wanted} from now on; not less than what is reported already. */
    public static Change change(Quantity reported, Quantity wanted) {
        if (!wanted.isPositive()) {
            return new Refused("not-positive", "Commit more than nothing, or take the commitment back.");
        }
        if (wanted.compareTo(reported) < 0) {
            return new Refused("below-reported", "You have reported " + reported + " of it already.");
        }
        return new Changed(wanted, wanted.equals(reported));
    }

    /** What is reported of a commitment counts up to what was promised; more is welcome and counts as not promised. */
    public static Quantity reported(Quantity committed, Quantity before, Quantity batch) {
        return before.plus(batch).min(committed);
    }
}
