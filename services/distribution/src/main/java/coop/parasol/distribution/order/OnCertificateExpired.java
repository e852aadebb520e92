package coop.parasol.distribution.order;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.distribution.stock.Standing;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The last day of sale is over: the orders the goods were promised to get others, or wait. */
@ApplicationScoped
public class OnCertificateExpired implements Handler<CertificateExpired> {

    private final WithholdGoods withhold;

    OnCertificateExpired(WithholdGoods withhold) {
        this.withhold = withhold;
    }

    @Override
    public void on(CertificateExpired event, Envelope envelope) {
        withhold.withdraw(event.product(), event.batchId(), event.memberId(), Standing.EXPIRED, Cause.by(envelope));
    }
}
