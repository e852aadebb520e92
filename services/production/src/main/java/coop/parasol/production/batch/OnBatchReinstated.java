package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is left of a reinstated batch is stock again. */
@ApplicationScoped
public class OnBatchReinstated implements SetHandler<BatchReinstated> {

    private final CertifiedStock stock;

    OnBatchReinstated(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void onAll(List<Received<BatchReinstated>> events) {
        Map<UUID, Batch> batches =
                Batch.reported(Columns.of(events, received -> received.event().batchId()));
        for (Received<BatchReinstated> received : events) {
            Batch batch = Objects.requireNonNull(batches.get(received.event().batchId()));
            batch.state = Batch.State.CERTIFIED;
            batch.reason = null;
        }
        stock.reinstate(batches.keySet());
    }
}
