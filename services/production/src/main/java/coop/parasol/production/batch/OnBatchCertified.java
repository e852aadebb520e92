package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.messaging.SetHandler;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Certified batches show their grades, and their quantities are certified stock. */
@ApplicationScoped
public class OnBatchCertified implements SetHandler<BatchCertified> {

    private final CertifiedStock stock;

    OnBatchCertified(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void onAll(List<Received<BatchCertified>> events) {
        List<BatchCertified> certified = events.stream().map(Received::event).toList();
        Map<UUID, Batch> batches =
                Batch.reported(certified.stream().map(BatchCertified::batchId).toList());
        for (BatchCertified event : certified) {
            Batch batch = Objects.requireNonNull(batches.get(event.batchId()));
            batch.state = Batch.State.CERTIFIED;
            batch.grade = event.grade();
            batch.certificateKey = NamedInput.keyOf(event.certificateNumber());
            batch.reason = null;
        }
        stock.certified(certified);
    }
}
