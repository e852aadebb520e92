package coop.parasol.quality.standard;

import coop.parasol.messaging.Cause;

/**
 * A version of a standard is in force from now on: a CDI event, fired in the transaction that publishes it, for batches
 * that wait for the first standard of their product.
 */
public record NewStandardVersion(Standard standard, Cause cause) {}
