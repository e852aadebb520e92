package coop.parasol.distribution.stock;

/** Whose the unsold units of a batch are: the MEMBER's that made it, or the FIRM's once it has bought them from a leaving member. */
public enum BatchOwner {
    MEMBER,
    FIRM
}
