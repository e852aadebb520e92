package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A batch whose last day of sale is over is no stock any more. */
@ApplicationScoped
public class OnCertificateExpired implements SetHandler<CertificateExpired> {

    private final CertifiedStock stock;

    OnCertificateExpired(CertifiedStock stock) {
        this.stock = stock;
    }

    @Override
    public void onAll(List<Received<CertificateExpired>> events) {
        Map<UUID, Batch> batches =
                Batch.reported(Columns.of(events, received -> received.event().batchId()));
        for (Received<CertificateExpired> received : events) {
            Batch batch = Objects.requireNonNull(batches.get(received.event().batchId()));
            batch.state = Batch.State.EXPIRED;
        }
        stock.withhold(batches.keySet());
    }
}
