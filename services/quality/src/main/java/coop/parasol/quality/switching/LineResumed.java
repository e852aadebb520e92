package coop.parasol.quality.switching;

import coop.parasol.messaging.Cause;

/** Told inside the service, in the transaction that accepts a corrective action: batches of the line are inspected again. */
public record LineResumed(Line line, Cause cause) {}
