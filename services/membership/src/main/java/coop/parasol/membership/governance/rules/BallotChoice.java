package coop.parasol.membership.governance.rules;

/** What a member can vote on a proposal. An abstention counts for the quorum and for neither side. */
public enum BallotChoice {
    YES,
    NO,
    ABSTAIN
}
