package coop.parasol.distribution.stock;

/** What quality says of a batch's certificate now. Only goods of a batch that is CERTIFIED are reserved or dispatched. */
public enum CertificateState {
    CERTIFIED,
    SUSPENDED,
    RECALLED,
    EXPIRED
}
