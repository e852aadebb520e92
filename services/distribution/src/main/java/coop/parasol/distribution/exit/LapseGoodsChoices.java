package coop.parasol.distribution.exit;

import coop.parasol.distribution.exit.EndGoodsChoice.Ended;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends what nobody has done in its time: offers that the firm has not decided about, and goods that the member has not collected, which
 * go back on sale. Closes, too, what has become of goods that are sold or out of date meanwhile: that a day passes, or goods leave, is
 * no event that an exit hears of.
 *
 * <p>Of a member with thousands of lots so many at once end in a transaction that orders wait for its products only briefly. Whatever
 * cuts it off, a lot has ended and is told, or it has not and ends with the next run.
 */
@ApplicationScoped
public class LapseGoodsChoices {

    /** Lots that end in one transaction, and with it the time for which their products are locked. */
    static final int MAX_LOTS = 1_000;

    private static final Logger LOG = Logger.getLogger(LapseGoodsChoices.class);
    private static final int BATCH_SIZE = 100;
    private static final Cause TIME = Cause.of("time");

    private final GoodsDeadlines deadlines;
    private final LockExitGoods lockExitGoods;
    private final BatchRepository batches;
    private final ApplyGoodsChoices goodsChoices;
    private final PutBackGoods putBackGoods;
    private final EndGoodsChoice endGoodsChoice;
    private final ClearExits clearExits;

    LapseGoodsChoices(
            GoodsDeadlines deadlines,
            LockExitGoods lockExitGoods,
            BatchRepository batches,
            ApplyGoodsChoices goodsChoices,
            PutBackGoods putBackGoods,
            EndGoodsChoice endGoodsChoice,
            ClearExits clearExits) {
        this.deadlines = deadlines;
        this.lockExitGoods = lockExitGoods;
        this.batches = batches;
        this.goodsChoices = goodsChoices;
        this.putBackGoods = putBackGoods;
        this.endGoodsChoice = endGoodsChoice;
        this.clearExits = clearExits;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        UUID after = new UUID(0, 0);
        List<UUID> page;
        do {
            UUID from = after;
            page = QuarkusTransaction.requiringNew().call(() -> ExitGoods.exitsThatMayLapse(from, BATCH_SIZE));
            page.forEach(this::tryToLapse);
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == BATCH_SIZE);
    }

    /** One exit that fails keeps no other from going on; it is tried again with the next run. */
    private void tryToLapse(UUID exitId) {
        try {
            while (QuarkusTransaction.requiringNew().call(() -> hasMoreToLapse(exitId))) {
                LOG.debugf("More goods of exit %s lapse", exitId);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Goods of exit %s could not be looked at, will be tried again", exitId);
        }
    }

    /** @return whether there may be more to end, so that the exit is looked at in another transaction */
    private boolean hasMoreToLapse(UUID exitId) {
        Optional<ExitClearance> exit = lockExitGoods.open(exitId);
        if (exit.isEmpty()) {
            return false;
        }
        List<Ended> lapsed = lapsed(exit.get());
        putBackGoods.putBack(lapsed.stream()
                .filter(one -> one.goods().state == ExitGoods.State.SET_ASIDE)
                .map(one -> one.goods().batchId)
                .toList());
        endGoodsChoice.end(lapsed, TIME);
        if (lapsed.size() == MAX_LOTS) {
            return true;
        }
        clearExits.ofMembers(List.of(exit.get().memberId), TIME);
        return false;
    }

    /** What is over of a locked exit, at most as many lots as end in one transaction. */
    private List<Ended> lapsed(ExitClearance exit) {
        List<ExitGoods> lapsing = ExitGoods.lockLapsing(exit.exitId);
        Map<UUID, BatchRepository.Lot> lots =
                batches.lots(lapsing.stream().map(goods -> goods.batchId).toList());
        GoodsDeadlines.Limits limits = deadlines.limits();
        List<Ended> lapsed = new ArrayList<>();
        for (ExitGoods goods : lapsing) {
            BatchRepository.Lot lot = Objects.requireNonNull(lots.get(goods.batchId));
            if (lapsed.size() < MAX_LOTS) {
                goodsChoices
                        .over(goods, lot)
                        .or(() -> deadlines.ending(limits, exit, goods, lot))
                        .ifPresent(ending -> lapsed.add(new Ended(goods, lot, ending)));
            }
        }
        return lapsed;
    }
}
