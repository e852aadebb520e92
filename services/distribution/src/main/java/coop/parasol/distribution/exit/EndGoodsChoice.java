package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends what a leaving member had chosen for a lot without its being done, and tells the member why. */
@ApplicationScoped
class EndGoodsChoice {

    private final Outbox outbox;
    private final FirmClock clock;

    EndGoodsChoice(Outbox outbox, FirmClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param goods locked and undecided; nothing of its lot is set aside any more */
    void end(ExitGoods goods, BatchRepository.Lot lot, ChoiceEnding ending, Cause cause) {
        goods.quantity = null;
        goods.decide(state(ending), cause.actor(), clock.now());
        if (lot.memberId().equals(goods.memberId)) {
            outbox.append(
                    new GoodsChoiceEnded(goods.memberId, goods.exitId, goods.batchId, lot.lot(), ending, clock.now()),
                    cause);
        }
    }

    private static ExitGoods.State state(ChoiceEnding ending) {
        return switch (ending) {
            case NOTHING_LEFT -> ExitGoods.State.NOTHING_LEFT;
            case DECLINED -> ExitGoods.State.DECLINED;
            case LAPSED -> ExitGoods.State.LAPSED;
            case UNCOLLECTED -> ExitGoods.State.UNCOLLECTED;
            case STILL_SUSPENDED -> ExitGoods.State.STILL_SUSPENDED;
            case RECALLED -> ExitGoods.State.RECALLED;
            case EXPIRED -> ExitGoods.State.EXPIRED;
        };
    }
}
