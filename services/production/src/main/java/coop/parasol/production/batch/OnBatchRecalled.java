package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is left of a recalled batch is never sold. */
@ApplicationScoped
public class OnBatchRecalled implements SetHandler<BatchRecalled> {

    private final CertifiedStock stock;

    OnBatchRecalled(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        Map<UUID, Batch> batches =
                Batch.reported(Columns.of(events, received -> received.event().batchId()));
        for (Received<BatchRecalled> received : events) {
            Batch batch = Objects.requireNonNull(batches.get(received.event().batchId()));
            batch.state = Batch.State.RECALLED;
            batch.reason = received.event().reason();
        }
        stock.withhold(batches.keySet());
    }
}
