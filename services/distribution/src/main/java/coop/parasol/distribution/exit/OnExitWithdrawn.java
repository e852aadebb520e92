package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * The member stays: there is nothing to clear, and what was set aside for it is on sale again. An exit that was binding is withdrawn
 * where a death was recorded after it by mistake.
 */
@ApplicationScoped
public class OnExitWithdrawn implements Handler<ExitWithdrawn> {

    private final RecordExit recordExit;
    private final PutBackGoods putBackGoods;
    private final BatchRepository batches;
    private final ProductRepository products;
    private final FirmClock clock;

    OnExitWithdrawn(
            RecordExit recordExit,
            PutBackGoods putBackGoods,
            BatchRepository batches,
            ProductRepository products,
            FirmClock clock) {
        this.recordExit = recordExit;
        this.putBackGoods = putBackGoods;
        this.batches = batches;
        this.products = products;
        this.clock = clock;
    }

    @Override
    public void on(ExitWithdrawn event, Envelope envelope) {
        Cause cause = Cause.by(envelope);
        products.lockForConsumer(batches.products(ExitGoods.batchIds(event.exitId(), ExitGoods.UNDECIDED)));
        putBackSetAside(event.exitId());
        recordExit.record(event.exitId(), event.memberId()).state = ExitClearance.State.WITHDRAWN;
        // a lot that has become stock meanwhile, of a product that was not known and not locked; from here on none does
        products.lockForConsumer(batches.products(setAside(event.exitId())));
        putBackSetAside(event.exitId());
        for (ExitGoods goods : ExitGoods.lockUndecided(event.exitId())) {
            goods.quantity = null;
            goods.decide(ExitGoods.State.WITHDRAWN, cause.actor(), clock.now());
        }
        ExitGoods.flush();
    }

    private void putBackSetAside(UUID exitId) {
        putBackGoods.putBack(setAside(exitId));
    }

    private static List<UUID> setAside(UUID exitId) {
        return ExitGoods.batchIds(exitId, List.of(ExitGoods.State.SET_ASIDE));
    }
}
