package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.persistence.Columns;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is left of a recalled batch is never sold. */
@ApplicationScoped
public class OnBatchRecalled implements Handler<BatchRecalled> {

    private final CertifiedStock stock;

    OnBatchRecalled(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void on(BatchRecalled event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
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
