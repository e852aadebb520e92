package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.distribution.exit.rules.Clearance;
import coop.parasol.distribution.stock.ProducerRepository;
import coop.parasol.distribution.stock.UnsoldGoodsListener;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository.UnsoldGoods;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Decides again whether leaving members are cleared, whenever their goods, or what is known of them, have changed. */
@ApplicationScoped
public class ClearExits implements UnsoldGoodsListener {

    private final ProducerRepository producers;
    private final UnsoldGoodsRepository unsoldGoods;
    private final Outbox outbox;
    private final FirmClock clock;

    ClearExits(ProducerRepository producers, UnsoldGoodsRepository unsoldGoods, Outbox outbox, FirmClock clock) {
        this.producers = producers;
        this.unsoldGoods = unsoldGoods;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void unsoldGoodsChanged(Collection<UUID> memberIds, Cause cause) {
        ofMembers(memberIds, cause);
    }

    /**
     * Clears those of the members that leave and can be cleared. To be called after the change: the lock on the exit
     * lets the last of several changes at the same time see all of them.
     */
    public void ofMembers(Collection<UUID> memberIds, Cause cause) {
        for (ExitClearance exit : ExitClearance.lockOpen(memberIds)) {
            if (exit.batchesCertified == null) {
                continue;
            }
            long batchesReceived = producers.lockBatchesReceived(exit.memberId);
            BigDecimal unsold = unsoldGoods.of(List.of(exit.memberId)).stream()
                    .map(UnsoldGoods::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (Clearance.isCleared(exit.batchesCertified, batchesReceived, unsold)) {
                exit.state = ExitClearance.State.CLEARED;
                exit.clearedAt = clock.now();
                outbox.append(new DistributionCleared(exit.memberId, exit.exitId), cause);
            }
        }
    }
}
