package coop.parasol.membership.governance.rules;

/** What the members have said; too few of them have said nothing. */
public enum Verdict {
    ACCEPTED,
    TURNED_DOWN,
    NO_QUORUM
}
