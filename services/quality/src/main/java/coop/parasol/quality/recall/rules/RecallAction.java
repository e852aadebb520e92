package coop.parasol.quality.recall.rules;

import java.util.List;

/** What the quality desk decides about batches. */
public enum RecallAction {
    /** certificates in force are suspended: nothing of the batches is sold until quality has decided */
    SUSPENSION,
    /** suspended certificates are in force again */
    REINSTATEMENT,
    /** certificates are withdrawn for good, expired ones too; one in force is suspended first, so that selling stops at once */
    RECALL;

    /** Whether a second person has to approve it: what is recalled does not come back. */
    public boolean needsApproval() {
        return switch (this) {
            case RECALL -> true;
            case SUSPENSION, REINSTATEMENT -> false;
        };
    }

    /** A transition of one certificate. */
    public enum Transition {
        SUSPEND,
        REINSTATE,
        RECALL
    }

    /**
     * The transitions of a certificate in their order; none if it is in no state that the decision changes.
     *
     * @param inForce whether it is CERTIFIED, also if its last day of sale is over and it is not stored as expired yet
     * @param suspended whether it is SUSPENDED
     * @param expired whether it is stored as EXPIRED
     */
    public List<Transition> transitions(boolean inForce, boolean suspended, boolean expired) {
        return switch (this) {
            case SUSPENSION -> inForce ? List.of(Transition.SUSPEND) : List.of();
            case REINSTATEMENT -> suspended ? List.of(Transition.REINSTATE) : List.of();
            case RECALL -> {
                if (inForce) {
                    yield List.of(Transition.SUSPEND, Transition.RECALL);
                }
                yield suspended || expired ? List.of(Transition.RECALL) : List.of();
            }
        };
    }
}
