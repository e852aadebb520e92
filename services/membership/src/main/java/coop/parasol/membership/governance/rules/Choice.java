package coop.parasol.membership.governance.rules;

/** What a member can say to a proposal. An abstention counts for the quorum and for neither side. */
public enum Choice {
    YES,
    NO,
    ABSTAIN
}
