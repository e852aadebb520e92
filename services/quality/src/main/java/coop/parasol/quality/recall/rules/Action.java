package coop.parasol.quality.recall.rules;

import java.util.List;

/** What the desk decides about a batch; each by the states that lead there (rules 3). */
public enum Action {
    SUSPENSION,
    REINSTATEMENT,
    /** What is in force is suspended first: a recall is never the first that is heard of it. */
    RECALL;

    /** A step of a certificate. */
    public enum Step {
        SUSPEND,
        REINSTATE,
        RECALL
    }

    /**
     * The steps for a certificate; none if it is in no state to change.
     *
     * @param inForce whether it is certified, also if its last day of sale is over and nobody has noticed yet
     * @param suspended whether it is suspended
     */
    public List<Step> steps(boolean inForce, boolean suspended) {
        return switch (this) {
            case SUSPENSION -> inForce ? List.of(Step.SUSPEND) : List.of();
            case REINSTATEMENT -> suspended ? List.of(Step.REINSTATE) : List.of();
            case RECALL -> inForce ? List.of(Step.SUSPEND, Step.RECALL) : suspended ? List.of(Step.RECALL) : List.of();
        };
    }
}
