package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.distribution.stock.BatchOwner;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final FirmClock clock;

    ApplyGoodsChoices(BatchRepository batches, UnsoldGoodsRepository unsoldGoods, FirmClock clock) {
        this.batches = batches;
        this.unsoldGoods = unsoldGoods;
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
     * Sets aside and offers what has become stock, and closes the offers of what is sold or may not be sold any more.
     *
     * @return how many batches of the exit are undecided now
     */
    long apply(ExitClearance exit) {
        List<ExitGoods> undecided = ExitGoods.lockUndecided(exit.exitId);
        if (undecided.isEmpty()) {
            return 0;
        }
        Map<UUID, BatchRepository.Lot> known =
                batches.lots(undecided.stream().map(goods -> goods.batchId).toList());
        Map<UUID, BigDecimal> unsold = unsoldGoods.of(List.of(exit.memberId)).stream()
                .collect(Collectors.toMap(
                        UnsoldGoodsRepository.UnsoldGoods::batchId, UnsoldGoodsRepository.UnsoldGoods::quantity));
        for (ExitGoods goods : undecided) {
            BatchRepository.Lot lot = known.get(goods.batchId);
            if (lot == null) {
                continue;
            }
            boolean isOwn = lot.memberId().equals(exit.memberId) && lot.owner() == BatchOwner.MEMBER;
            if (!isOwn) {
                goods.decide(ExitGoods.State.NOTHING_LEFT, null, clock.now());
            } else if (goods.choice == GoodsChoice.OFFER) {
                offer(goods, unsold.containsKey(goods.batchId));
            } else if (goods.state == ExitGoods.State.WAITING) {
                setAside(goods);
            }
        }
        ExitGoods.flush();
        return undecided.stream()
                .filter(goods -> ExitGoods.UNDECIDED.contains(goods.state))
                .count();
    }

    private void offer(ExitGoods goods, boolean isUnsold) {
        if (!isUnsold) {
            goods.decide(ExitGoods.State.NOTHING_LEFT, null, clock.now());
        } else if (goods.state == ExitGoods.State.WAITING) {
            goods.state = ExitGoods.State.OFFERED;
        }
    }

    private void setAside(ExitGoods goods) {
        Optional<BigDecimal> units = batches.setAside(goods.batchId).filter(found -> found.signum() > 0);
        if (units.isPresent()) {
            goods.quantity = units.get();
            goods.state = ExitGoods.State.SET_ASIDE;
        } else {
            goods.decide(ExitGoods.State.NOTHING_LEFT, null, clock.now());
        }
    }
}
