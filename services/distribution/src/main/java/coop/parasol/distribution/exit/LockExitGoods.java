package coop.parasol.distribution.exit;

import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.BatchRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Locks what a decision about a leaving member's goods needs: first the products of the goods, then the exit. */
@ApplicationScoped
class LockExitGoods {

    private final BatchRepository batches;
    private final ProductRepository products;

    LockExitGoods(BatchRepository batches, ProductRepository products) {
        this.batches = batches;
        this.products = products;
    }

    /** Locks the products of what is undecided in the exit. */
    void lockProducts(UUID exitId) {
        products.lock(batches.products(ExitGoods.batchIds(exitId, ExitGoods.UNDECIDED)));
    }

    /** The exit, if it is binding and distribution has not cleared it; empty for another. */
    Optional<ExitClearance> open(UUID exitId) {
        Optional<UUID> member = ExitClearance.memberOf(exitId);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        lockProducts(exitId);
        return ExitClearance.lockOpen(List.of(member.get())).stream()
                .filter(open -> open.exitId.equals(exitId) && open.boundAt != null)
                .findFirst();
    }
}
