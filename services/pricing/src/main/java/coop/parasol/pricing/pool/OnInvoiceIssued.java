package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Partners have accepted goods: they belong to a pool from now on, paid or not. */
@ApplicationScoped
public class OnInvoiceIssued implements SetHandler<InvoiceIssued> {

    private final AcceptedGoodsRepository goods;

    OnInvoiceIssued(AcceptedGoodsRepository goods) {
        this.goods = goods;
    }

    @Override
    public void onAll(List<Received<InvoiceIssued>> events) {
        goods.invoiced(events.stream().map(Received::event).toList());
    }
}
