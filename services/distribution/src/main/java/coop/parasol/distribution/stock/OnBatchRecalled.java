package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is left of a recalled batch is never sold; the orders it was reserved for get other goods, or wait, and who was sent units is noted. */
@ApplicationScoped
public class OnBatchRecalled implements SetHandler<BatchRecalled> {

    private final WithholdBatch withholdBatch;
    private final RecallListener recalls;

    OnBatchRecalled(WithholdBatch withholdBatch, RecallListener recalls) {
        this.withholdBatch = withholdBatch;
        this.recalls = recalls;
    }

    @Override
    public void onAll(List<Received<BatchRecalled>> events) {
        withholdBatch.withdraw(
                events.stream()
                        .map(received -> new WithholdBatch.Withdrawn(
                                received.event().batchId(),
                                received.event().product(),
                                received.event().memberId(),
                                Cause.by(received.envelope())))
                        .toList(),
                CertificateState.RECALLED);
        recalls.batchesRecalled(events);
    }
}
