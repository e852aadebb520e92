package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The last day of sale has passed: the orders the goods were reserved for get others, or wait. */
@ApplicationScoped
public class OnCertificateExpired implements SetHandler<CertificateExpired> {

    private final WithholdBatch withholdBatch;

    OnCertificateExpired(WithholdBatch withholdBatch) {
        this.withholdBatch = withholdBatch;
    }

    @Override
    public void onAll(List<Received<CertificateExpired>> events) {
        withholdBatch.withdraw(
                events.stream()
                        .map(received -> new WithholdBatch.Withdrawn(
                                received.event().batchId(),
                                received.event().product(),
                                received.event().memberId(),
                                Cause.by(received.envelope())))
                        .toList(),
                CertificateState.EXPIRED);
    }
}
