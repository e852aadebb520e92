package coop.parasol.quality.certificate;

import coop.parasol.contracts.NonconformityEvent.ReleaseKind;

/**
 * What a certificate says of a lot that was rejected and released for sale by two persons of the quality desk.
 *
 * @param reason what does not meet the standard, and why it may be sold
 */
public record CertifiedRelease(ReleaseKind kind, String reason) {}
