package coop.parasol.contracts;

/** Why what a leaving member had chosen for a lot is not done. */
public enum ChoiceEnding {
    /** everything of it was sold, or it was not the member's any more */
    NOTHING_LEFT,
    /** the firm does not buy what was offered */
    DECLINED,
    /** nobody has decided about the offer in the bylaws' days */
    LAPSED,
    /** the member has not collected what it takes back in the bylaws' days */
    UNCOLLECTED,
    /** what it takes back was suspended for longer than its exit waits */
    STILL_SUSPENDED,
    /** the lot is recalled: nothing of it is handed over or bought */
    RECALLED,
    /** its last day of sale is over: nothing of it is handed over or bought */
    EXPIRED
}
