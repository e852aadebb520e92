package coop.parasol.distribution.exit;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.distribution.exit.EndGoodsChoice.Ended;
import coop.parasol.distribution.stock.BatchOwner;
import coop.parasol.distribution.stock.BatchRepository;
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
import java.util.UUID;

/**
 * Does what a leaving member has chosen for its unsold goods: sets aside what it takes back, and offers the rest. Orders are kept:
 * what is reserved for one stays reserved and is paid through its pool. Whoever calls this holds the locks of the products.
 */
@ApplicationScoped
class ApplyGoodsChoices {

    private final BatchRepository batches;
    private final EndGoodsChoice endGoodsChoice;
    private final FirmClock clock;

    ApplyGoodsChoices(BatchRepository batches, EndGoodsChoice endGoodsChoice, FirmClock clock) {
        this.batches = batches;
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
     * Sets aside and offers what has become stock, and ends the choices for what is sold or may not be sold any more; of offers no more
     * than {@link LapseGoodsChoices} ends in one transaction, which ends the others.
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
        List<Ended> ended = new ArrayList<>();
        List<ExitGoods> takenBack = new ArrayList<>();
        for (ExitGoods goods : undecided) {
            BatchRepository.Lot lot = known.get(goods.batchId);
            if (lot == null) {
                continue;
            }
            Optional<ChoiceEnding> over = over(goods, lot);
            if (over.isPresent() && (goods.choice != GoodsChoice.OFFER || ended.size() < LapseGoodsChoices.MAX_LOTS)) {
                ended.add(new Ended(goods, lot, over.get()));
                continue;
            }
            switch (goods.choice) {
                case TAKE_BACK -> takenBack.add(goods);
                case OFFER -> {
                    if (goods.state == ExitGoods.State.WAITING) {
                        goods.state = ExitGoods.State.OFFERED;
                    }
                }
                case STAY -> throw new IllegalStateException("what stays is not on record");
            }
        }
        batches.putBack(ended.stream()
                .filter(one -> one.goods().state == ExitGoods.State.SET_ASIDE)
                .map(one -> one.goods().batchId)
                .toList());
        ended.addAll(setAside(takenBack, known));
        endGoodsChoice.end(ended, cause);
        ExitGoods.flush();
        return (long) undecided.size() - ended.size();
    }

    /** @return those of which nothing is on hand */
    private List<Ended> setAside(List<ExitGoods> takenBack, Map<UUID, BatchRepository.Lot> lots) {
        List<ExitGoods> fresh = takenBack.stream()
                .filter(goods -> goods.state == ExitGoods.State.WAITING)
                .toList();
        Map<UUID, BigDecimal> units =
                batches.setAside(fresh.stream().map(goods -> goods.batchId).toList());
        List<Ended> ended = new ArrayList<>();
        for (ExitGoods goods : fresh) {
            BigDecimal quantity = units.get(goods.batchId);
            if (quantity == null) {
                ended.add(new Ended(goods, Objects.requireNonNull(lots.get(goods.batchId)), ChoiceEnding.NOTHING_LEFT));
            } else {
                goods.quantity = quantity;
                goods.state = ExitGoods.State.SET_ASIDE;
                goods.collectableSince = clock.now();
            }
        }
        return ended;
    }

    /**
     * Why nothing can come of the choice any more, whatever it is. What is set aside of a lot ends with its last day by
     * {@link LapseGoodsChoices}, which holds the lock of every product that it puts goods back of.
     */
    Optional<ChoiceEnding> over(ExitGoods goods, BatchRepository.Lot lot) {
        if (!lot.memberId().equals(goods.memberId) || lot.owner() == BatchOwner.FIRM) {
            return Optional.of(ChoiceEnding.NOTHING_LEFT);
        }
        return switch (lot.certificateState()) {
            case RECALLED -> Optional.of(ChoiceEnding.RECALLED);
            case EXPIRED -> Optional.of(ChoiceEnding.EXPIRED);
            case CERTIFIED, SUSPENDED -> {
                if (goods.state == ExitGoods.State.SET_ASIDE) {
                    yield Optional.empty();
                }
                if (lot.isSoldOut()) {
                    yield Optional.of(ChoiceEnding.NOTHING_LEFT);
                }
                yield lot.isOutOfDate(clock.today()) ? Optional.of(ChoiceEnding.EXPIRED) : Optional.empty();
            }
        };
    }
}
