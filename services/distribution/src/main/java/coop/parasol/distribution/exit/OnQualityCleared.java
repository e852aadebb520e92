package coop.parasol.distribution.exit;

import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Quality tells how many batches of a leaving member it has certified; they may be heard of before or after. */
@ApplicationScoped
public class OnQualityCleared implements Handler<QualityCleared> {

    private final RecordExit recordExit;
    private final ClearExits clearExits;
    private final UnsoldGoodsRepository unsoldGoods;
    private final ProductRepository products;

    OnQualityCleared(
            RecordExit recordExit,
            ClearExits clearExits,
            UnsoldGoodsRepository unsoldGoods,
            ProductRepository products) {
        this.recordExit = recordExit;
        this.clearExits = clearExits;
        this.unsoldGoods = unsoldGoods;
        this.products = products;
    }

    @Override
    public void on(QualityCleared event, Envelope envelope) {
        products.lockForConsumer(unsoldGoods.products(event.memberId()));
        recordExit.record(event.exitId(), event.memberId()).batchesCertified = event.batchesCertified();
        clearExits.ofMembers(List.of(event.memberId()), Cause.by(envelope));
    }
}
