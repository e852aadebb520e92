package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What partners pay follows their goods into the pools of these, also in parts and late. */
@ApplicationScoped
public class OnPaymentReceived implements SetHandler<PaymentReceived> {

    private final AcceptedGoodsRepository goods;

    OnPaymentReceived(AcceptedGoodsRepository goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<PaymentReceived>> events) {
        goods.paid(events.stream().map(Received::event).toList());
    }
}
