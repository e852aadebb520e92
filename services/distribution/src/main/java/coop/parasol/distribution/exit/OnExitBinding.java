package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A member leaves for good, and with it what it has chosen for its unsold goods. */
@ApplicationScoped
public class OnExitBinding implements Handler<ExitBinding> {

    private final RecordExit recordExit;
    private final ApplyGoodsChoices goodsChoices;
    private final ClearExits clearExits;
    private final BatchRepository batches;
    private final ProductRepository products;

    OnExitBinding(
            RecordExit recordExit,
            ApplyGoodsChoices goodsChoices,
            ClearExits clearExits,
            BatchRepository batches,
            ProductRepository products) {
        this.recordExit = recordExit;
        this.goodsChoices = goodsChoices;
        this.clearExits = clearExits;
        this.batches = batches;
        this.products = products;
    }

    @Override
    public void on(ExitBinding event, Envelope envelope) {
        List<UUID> batchIds = event.goods().stream().map(ChosenGoods::batchId).toList();
        products.lockForConsumer(batches.products(batchIds));
        ExitClearance exit = recordExit.record(event.exitId(), event.memberId());
        products.lockForConsumer(batches.products(batchIds)); // of what became stock before the exit was locked
        exit.boundAt = event.boundAt();
        ExitClearance.flush();
        goodsChoices.record(exit, event.goods());
        clearExits.ofMembers(List.of(event.memberId()), Cause.by(envelope));
    }
}
