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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<ExitGoods> ended = new ArrayList<>();
        List<ExitGoods> takenBack = new ArrayList<>();
        for (ExitGoods goods : undecided) {
            BatchRepository.Lot lot = known.get(goods.batchId);
            if (lot == null) {
                continue;
            }
            if (over(goods, lot).isPresent()) {
                ended.add(goods);
            } else {
                switch (goods.choice) {
                    case TAKE_BACK -> takenBack.add(goods);
                    case OFFER -> offer(goods, lot, unsold.contains(goods.batchId), cause);
                    case STAY -> throw new IllegalStateException("what stays is not on record");
                }
            }
        }
        end(ended, known, cause);
        setAside(takenBack, known, cause);
        ExitGoods.flush();
        return undecided.stream()
                .filter(goods -> ExitGoods.UNDECIDED.contains(goods.state))
                .count();
    }

    private void end(List<ExitGoods> ended, Map<UUID, BatchRepository.Lot> lots, Cause cause) {
        batches.putBack(ended.stream()
                .filter(goods -> goods.state == ExitGoods.State.SET_ASIDE)
                .map(goods -> goods.batchId)
                .toList());
        for (ExitGoods goods : ended) {
            BatchRepository.Lot lot = Objects.requireNonNull(lots.get(goods.batchId));
            endGoodsChoice.end(goods, lot, over(goods, lot).orElseThrow(), cause);
        }
    }

    private void offer(ExitGoods goods, BatchRepository.Lot lot, boolean isUnsold, Cause cause) {
        if (!isUnsold) {
            endGoodsChoice.end(goods, lot, ChoiceEnding.NOTHING_LEFT, cause);
        } else if (goods.state == ExitGoods.State.WAITING) {
            goods.state = ExitGoods.State.OFFERED;
        }
    }

    private void setAside(List<ExitGoods> takenBack, Map<UUID, BatchRepository.Lot> lots, Cause cause) {
        List<ExitGoods> fresh = takenBack.stream()
                .filter(goods -> goods.state == ExitGoods.State.WAITING)
                .toList();
        Map<UUID, BigDecimal> units =
                batches.setAside(fresh.stream().map(goods -> goods.batchId).toList());
        for (ExitGoods goods : fresh) {
            BigDecimal quantity = units.get(goods.batchId);
            if (quantity == null) {
                endGoodsChoice.end(
                        goods, Objects.requireNonNull(lots.get(goods.batchId)), ChoiceEnding.NOTHING_LEFT, cause);
            } else {
                goods.quantity = quantity;
                goods.state = ExitGoods.State.SET_ASIDE;
                goods.collectableSince = clock.now();
            }
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
}
