package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.ChoiceEnding;
import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.distribution.stock.BatchOwner;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Does what a leaving member has chosen for its unsold goods: sets aside what it takes back, and offers the rest. Orders are kept:
 * what is reserved for one stays reserved and is paid through its pool. Whoever calls this holds the locks of the products.
 */
@ApplicationScoped
class ApplyGoodsChoices {

    private final BatchRepository batches;
    private final UnsoldGoodsRepository unsoldGoods;
    private final EndGoodsChoice endGoodsChoice;
    private final FirmClock clock;

    ApplyGoodsChoices(
            BatchRepository batches,
            UnsoldGoodsRepository unsoldGoods,
            EndGoodsChoice endGoodsChoice,
            FirmClock clock) {
        this.batches = batches;
        this.unsoldGoods = unsoldGoods;
        this.endGoodsChoice = endGoodsChoice;
        this.clock = clock;
    }

    /** Puts the choices on record when the exit is binding. */
    void record(ExitClearance exit, List<ChosenGoods> chosen) {
        for (ChosenGoods one : chosen) {
            if (one.choice() == GoodsChoice.STAY) {
                continue;
            }
            ExitGoods goods = new ExitGoods();
            goods.id = Ids.next();
            goods.exitId = exit.exitId;
            goods.memberId = exit.memberId;
            goods.batchId = one.batchId();
            goods.choice = one.choice();
            goods.state = ExitGoods.State.WAITING;
            goods.persist();
        }
        ExitGoods.flush();
    }

    /**
     * Sets aside and offers what has become stock, and ends the choices for what is sold or may not be sold any more.
     *
     * @return how many batches of the exit are undecided now
     */
    long apply(ExitClearance exit, Cause cause) {
        List<ExitGoods> undecided = ExitGoods.lockUndecided(exit.exitId);
        if (undecided.isEmpty()) {
            return 0;
        }
        Map<UUID, BatchRepository.Lot> known =
                batches.lots(undecided.stream().map(goods -> goods.batchId).toList());
        Set<UUID> unsold = unsoldGoods.of(List.of(exit.memberId)).stream()
                .map(UnsoldGoodsRepository.UnsoldGoods::batchId)
                .collect(Collectors.toSet());
        for (ExitGoods goods : undecided) {
            BatchRepository.Lot lot = known.get(goods.batchId);
            if (lot != null) {
                apply(goods, lot, unsold.contains(goods.batchId), cause);
            }
        }
        ExitGoods.flush();
        return undecided.stream()
                .filter(goods -> ExitGoods.UNDECIDED.contains(goods.state))
                .count();
    }

    private void apply(ExitGoods goods, BatchRepository.Lot lot, boolean isUnsold, Cause cause) {
        Optional<ChoiceEnding> over = over(goods, lot);
        if (over.isPresent()) {
            if (goods.state == ExitGoods.State.SET_ASIDE) {
                batches.putBack(List.of(goods.batchId));
            }
            endGoodsChoice.end(goods, lot, over.get(), cause);
            return;
        }
        switch (goods.choice) {
            case TAKE_BACK -> {
                if (goods.state == ExitGoods.State.WAITING) {
                    setAside(goods, lot, cause);
                }
            }
            case OFFER -> {
                if (!isUnsold) {
                    endGoodsChoice.end(goods, lot, ChoiceEnding.NOTHING_LEFT, cause);
                } else if (goods.state == ExitGoods.State.WAITING) {
                    goods.state = ExitGoods.State.OFFERED;
                }
            }
            case STAY -> throw new IllegalStateException("what stays is not on record");
        }
    }

    /** Why nothing can come of the choice any more, whatever it is. */
    private static Optional<ChoiceEnding> over(ExitGoods goods, BatchRepository.Lot lot) {
        if (!lot.memberId().equals(goods.memberId) || lot.owner() == BatchOwner.FIRM) {
            return Optional.of(ChoiceEnding.NOTHING_LEFT);
        }
        return switch (lot.certificateState()) {
            case RECALLED -> Optional.of(ChoiceEnding.RECALLED);
            case EXPIRED -> Optional.of(ChoiceEnding.EXPIRED);
            case CERTIFIED, SUSPENDED -> Optional.empty();
        };
    }

    private void setAside(ExitGoods goods, BatchRepository.Lot lot, Cause cause) {
        Optional<BigDecimal> units = batches.setAside(goods.batchId).filter(found -> found.signum() > 0);
        if (units.isPresent()) {
            goods.quantity = units.get();
            goods.state = ExitGoods.State.SET_ASIDE;
            goods.collectableSince = clock.now();
        } else {
            endGoodsChoice.end(goods, lot, ChoiceEnding.NOTHING_LEFT, cause);
        }
    }
}
