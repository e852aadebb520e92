package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Partners have accepted goods: they belong to a pool from now on, paid or not. */
@ApplicationScoped
public class OnInvoiceIssued implements Handler<InvoiceIssued> {

    private final AcceptedGoodsRepository goods;

    OnInvoiceIssued(AcceptedGoodsRepository goods) {
        this.goods = goods;
    }

    @Override
    public void on(InvoiceIssued event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<InvoiceIssued>> events) {
        goods.invoiced(events.stream().map(Received::event).toList());
    }
}
