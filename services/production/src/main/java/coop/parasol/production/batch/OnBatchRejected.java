package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A rejected batch shows its producer why it was not certified. */
@ApplicationScoped
public class OnBatchRejected implements SetHandler<BatchRejected> {

    @Override
    public void onAll(List<Received<BatchRejected>> events) {
        Map<UUID, Batch> batches =
                Batch.reported(Columns.of(events, received -> received.event().batchId()));
        for (Received<BatchRejected> received : events) {
            Batch batch = Objects.requireNonNull(batches.get(received.event().batchId()));
            batch.state = Batch.State.REJECTED;
            batch.reason = received.event().reason();
        }
    }
}
