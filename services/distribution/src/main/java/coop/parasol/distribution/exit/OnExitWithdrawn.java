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
        recordExit.record(event.exitId(), event.memberId()).state = ExitClearance.State.WITHDRAWN;
        List<UUID> setAside = ExitGoods.batchIds(event.exitId(), List.of(ExitGoods.State.SET_ASIDE));
        // of a lot that has become stock before the exit was locked, the product was not known; from here on none does
        products.lockForConsumer(batches.products(setAside));
        putBackGoods.putBack(setAside);
        ExitGoods.withdraw(event.exitId(), cause.actor(), clock.now());
    }
}
