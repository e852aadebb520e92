package coop.parasol.pricing.pool;

import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.Event;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.pricing.pool.BatchListener.BatchChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells other features what was heard of batches. */
@ApplicationScoped
class BatchListeners {

    private final Instance<BatchListener> all;

    BatchListeners(@Any Instance<BatchListener> all) {
        this.all = all;
    }

    /**
     * @param unsettled why units will not be settled any more; null where they may be
     * @param batches that an event is about
     */
    <E extends Event> void heard(
            List<Received<E>> events, @Nullable DueReason unsettled, Function<E, List<UUID>> batches) {
        List<BatchChange> changes = events.stream()
                .flatMap(received -> batches.apply(received.event()).stream()
                        .map(batch -> new BatchChange(batch, unsettled, Cause.by(received.envelope()))))
                .toList();
        all.forEach(listener -> listener.changed(changes));
    }
}
