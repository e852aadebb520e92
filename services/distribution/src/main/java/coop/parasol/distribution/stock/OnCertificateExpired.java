package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The last day of sale has passed: the orders the goods were reserved for get others, or wait. */
@ApplicationScoped
public class OnCertificateExpired implements Handler<CertificateExpired> {

    private final WithholdBatch withholdBatch;

    OnCertificateExpired(WithholdBatch withholdBatch) {
        this.withholdBatch = withholdBatch;
    }

    @Override
    public void on(CertificateExpired event, Envelope envelope) {
        withholdBatch.withdraw(
                event.product(), event.batchId(), event.memberId(), CertificateState.EXPIRED, Cause.by(envelope));
    }
}
