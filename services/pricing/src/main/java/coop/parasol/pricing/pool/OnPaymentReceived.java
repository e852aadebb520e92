package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What partners pay follows their goods into the pools of these, also in parts and late. */
@ApplicationScoped
public class OnPaymentReceived implements Handler<PaymentReceived> {

    private final AcceptedGoodsRepository goods;

    OnPaymentReceived(AcceptedGoodsRepository goods) {
        this.goods = goods;
    }

    @Override
    public void on(PaymentReceived event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<PaymentReceived>> events) {
        goods.paid(events.stream().map(Received::event).toList());
    }
}
