package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A scrapped batch is never sold. */
@ApplicationScoped
public class OnBatchScrapped implements SetHandler<BatchScrapped> {

    @Override
    public void onAll(List<Received<BatchScrapped>> events) {
        Map<UUID, Batch> batches =
                Batch.reported(Columns.of(events, received -> received.event().batchId()));
        for (Received<BatchScrapped> received : events) {
            Batch batch = Objects.requireNonNull(batches.get(received.event().batchId()));
            batch.state = Batch.State.SCRAPPED;
            batch.reason = received.event().reason();
        }
    }
}
