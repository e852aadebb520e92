package coop.parasol.quality.switching;

import coop.parasol.messaging.Cause;

/**
 * The quality desk has resumed or tightened the inspection of a locked series: a CDI event, fired in the transaction that
 * decides it, for its batches that were held or that nobody has begun to inspect.
 */
public record SeverityChanged(InspectionSeries series, Cause cause) {}
