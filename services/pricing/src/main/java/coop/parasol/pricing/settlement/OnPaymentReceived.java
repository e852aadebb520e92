package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Adds what partners have paid for members' goods to the pools of their products; a fixed number of statements for a set of payments. */
@ApplicationScoped
public class OnPaymentReceived implements SetHandler<PaymentReceived> {

    private final PoolReceipts receipts;

    OnPaymentReceived(PoolReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void onAll(List<Received<PaymentReceived>> events) {
        receipts.addAll(events.stream()
                .map(Received::event)
                .flatMap(paid -> paid.goods().stream()
                        .map(goods -> new PoolReceipts.Paid(paid.invoiceId(), paid.period(), goods)))
                .toList());
    }
}
