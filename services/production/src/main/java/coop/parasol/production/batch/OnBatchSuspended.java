package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is left of a suspended batch is no stock until quality reinstates or recalls it. */
@ApplicationScoped
public class OnBatchSuspended implements SetHandler<BatchSuspended> {

    private final CertifiedStock stock;

    OnBatchSuspended(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void onAll(List<Received<BatchSuspended>> events) {
        Map<UUID, Batch> batches =
                Batch.reported(Columns.of(events, received -> received.event().batchId()));
        for (Received<BatchSuspended> received : events) {
            Batch batch = Objects.requireNonNull(batches.get(received.event().batchId()));
            batch.state = Batch.State.SUSPENDED;
            batch.reason = received.event().reason();
        }
        stock.withhold(batches.keySet());
    }
}
