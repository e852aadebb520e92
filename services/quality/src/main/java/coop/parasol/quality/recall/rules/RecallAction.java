package coop.parasol.quality.recall.rules;

import java.util.List;

/** What the quality desk decides about batches. */
public enum RecallAction {
    /** certificates in force are suspended: nothing of the batches is sold until quality has decided */
    SUSPENSION,
    /** suspended certificates are in force again */
    REINSTATEMENT,
    /** certificates are withdrawn for good; one in force is suspended first, so that a recall is never the first event */
    RECALL;

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
     */
    public List<Transition> transitions(boolean inForce, boolean suspended) {
        return switch (this) {
            case SUSPENSION -> inForce ? List.of(Transition.SUSPEND) : List.of();
            case REINSTATEMENT -> suspended ? List.of(Transition.REINSTATE) : List.of();
            case RECALL -> {
                if (inForce) {
                    yield List.of(Transition.SUSPEND, Transition.RECALL);
                }
                yield suspended ? List.of(Transition.RECALL) : List.of();
            }
        };
    }
}
