package coop.parasol.quality.standard;

import coop.parasol.messaging.Cause;

/** Told inside the service, in the transaction that publishes a version, to those who wait for one. */
public record NewVersion(Standard standard, Cause cause) {}
