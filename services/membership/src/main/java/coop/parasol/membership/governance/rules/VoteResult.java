package coop.parasol.membership.governance.rules;

/** The outcome of a vote. Below the quorum the members have decided nothing. */
public enum VoteResult {
    ACCEPTED,
    REJECTED,
    NO_QUORUM
}
