package coop.parasol.quality.switching;

import coop.parasol.messaging.Cause;

/**
 * Lots of a discontinued series are inspected again: a CDI event, fired in the transaction that accepts the corrective
 * action, for its batches that were held.
 */
public record InspectionResumed(InspectionSeries series, Cause cause) {}
