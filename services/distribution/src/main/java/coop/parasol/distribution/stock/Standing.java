package coop.parasol.distribution.stock;

/** What quality says of a batch now; only what is CERTIFIED is promised or leaves. */
public enum Standing {
    CERTIFIED,
    SUSPENDED,
    RECALLED,
    EXPIRED
}
