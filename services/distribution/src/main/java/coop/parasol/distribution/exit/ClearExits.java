package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.distribution.exit.rules.Clearance;
import coop.parasol.distribution.stock.ProducerRepository;
import coop.parasol.distribution.stock.UnsoldGoodsListener;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Decides again whether leaving members are cleared, whenever their goods, or what is known of them, have changed. */
@ApplicationScoped
public class ClearExits implements UnsoldGoodsListener {

    private final ProducerRepository producers;
    private final ApplyGoodsChoices goodsChoices;
    private final Outbox outbox;
    private final FirmClock clock;

    ClearExits(ProducerRepository producers, ApplyGoodsChoices goodsChoices, Outbox outbox, FirmClock clock) {
        this.producers = producers;
        this.goodsChoices = goodsChoices;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void unsoldGoodsChanged(Map<UUID, Cause> causesByMember) {
        for (ExitClearance exit : ExitClearance.lockOpen(causesByMember.keySet())) {
            applyAndClear(exit, Objects.requireNonNull(causesByMember.get(exit.memberId)));
        }
    }

    /** The members may collect from now on what is set aside of them. */
    @Override
    public void suspensionsEnded(Collection<UUID> batchIds) {
        ExitGoods.lockSetAside(batchIds).forEach(goods -> goods.collectableSince = clock.now());
        ExitGoods.flush();
    }

    /**
     * Does what those of the members that leave have chosen, and clears those that can be cleared. To be called after the change, with
     * the products locked: the lock on the exit lets the last of several changes at the same time see all of them.
     */
    public void ofMembers(Collection<UUID> memberIds, Cause cause) {
        for (ExitClearance exit : ExitClearance.lockOpen(memberIds)) {
            applyAndClear(exit, cause);
        }
    }

    private void applyAndClear(ExitClearance exit, Cause cause) {
        if (exit.boundAt != null) {
            clear(exit, goodsChoices.apply(exit, cause), cause);
        }
    }

    /** Clears an exit, which is locked and binding, if nothing is left to decide: one of thousands of lots has been decided about. */
    void decided(ExitClearance exit, Cause cause) {
        clear(exit, ExitGoods.countUndecided(exit.exitId), cause);
    }

    private void clear(ExitClearance exit, long undecided, Cause cause) {
        if (exit.batchesCertified == null) {
            return;
        }
        long batchesReceived = producers.lockBatchesReceived(exit.memberId);
        if (Clearance.isCleared(true, exit.batchesCertified, batchesReceived, undecided)) {
            exit.state = ExitClearance.State.CLEARED;
            exit.clearedAt = clock.now();
            outbox.append(new DistributionCleared(exit.memberId, exit.exitId), cause);
        }
    }
}
