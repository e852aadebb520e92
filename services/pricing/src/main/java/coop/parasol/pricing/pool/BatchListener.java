package coop.parasol.pricing.pool;

import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.messaging.Cause;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a feature does, besides what pools keep of it, when something is heard of batches. It runs in the transaction of the event, after
 * the pools have kept it, and never when a read model is made anew.
 */
public interface BatchListener {

    /**
     * Something was heard of a batch.
     *
     * @param unsettled why units of it will not be settled any more; null where it was certified, reported or sorted
     */
    record BatchChange(UUID batchId, @Nullable DueReason unsettled, Cause cause) {}

    /** Of one event type, in the order of the events. */
    void changed(List<BatchChange> changes);
}
