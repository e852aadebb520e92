package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.ChoiceEnding;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.CertificateState;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Ends what nobody has done in its time: offers that the firm has not decided about, and goods that the member has not collected, which
 * go back on sale. Closes offers, too, of goods that are sold or out of date meanwhile: that a day passes, or goods leave, is no event
 * that an exit hears of.
 */
@ApplicationScoped
public class LapseGoodsChoices {

    private static final Logger LOG = Logger.getLogger(LapseGoodsChoices.class);
    private static final int BATCH_SIZE = 100;
    private static final Cause TIME = Cause.of("time");

    private final GoodsDeadlines deadlines;
    private final LockExitGoods lockExitGoods;
    private final BatchRepository batches;
    private final PutBackGoods putBackGoods;
    private final EndGoodsChoice endGoodsChoice;
    private final ClearExits clearExits;

    LapseGoodsChoices(
            GoodsDeadlines deadlines,
            LockExitGoods lockExitGoods,
            BatchRepository batches,
            PutBackGoods putBackGoods,
            EndGoodsChoice endGoodsChoice,
            ClearExits clearExits) {
        this.deadlines = deadlines;
        this.lockExitGoods = lockExitGoods;
        this.batches = batches;
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
            QuarkusTransaction.requiringNew().run(() -> lapse(exitId));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Goods of exit %s could not be looked at, will be tried again", exitId);
        }
    }

    private void lapse(UUID exitId) {
        lockExitGoods.lockProducts(exitId);
        List<ExitGoods.Lapsing> lapsing = ExitGoods.lapsing(exitId);
        Map<UUID, BatchRepository.Lot> lots =
                batches.lots(lapsing.stream().map(ExitGoods.Lapsing::batchId).toList());
        GoodsDeadlines.Limits limits = deadlines.limits();
        List<ExitGoods.Lapsing> lapsed = lapsing.stream()
                .filter(goods -> hasPassed(limits, goods, Objects.requireNonNull(lots.get(goods.batchId()))))
                .toList();
        putBackGoods.putBack(lapsed.stream()
                .filter(goods -> goods.state() == ExitGoods.State.SET_ASIDE)
                .map(ExitGoods.Lapsing::batchId)
                .toList());
        Optional<ExitClearance> exit = lockExitGoods.open(exitId);
        if (exit.isEmpty()) {
            if (!lapsed.isEmpty()) {
                throw new IllegalStateException("exit " + exitId + " was closed while its products were locked");
            }
            return;
        }
        Set<UUID> over = lapsed.stream().map(ExitGoods.Lapsing::batchId).collect(Collectors.toSet());
        for (ExitGoods goods : over.isEmpty() ? List.<ExitGoods>of() : ExitGoods.lockUndecided(exitId)) {
            if (over.contains(goods.batchId)) {
                BatchRepository.Lot lot = Objects.requireNonNull(lots.get(goods.batchId));
                endGoodsChoice.end(goods, lot, ending(goods, lot), TIME);
            }
        }
        ExitGoods.flush();
        clearExits.ofMembers(List.of(exit.get().memberId), TIME);
    }

    private boolean hasPassed(GoodsDeadlines.Limits limits, ExitGoods.Lapsing goods, BatchRepository.Lot lot) {
        return deadlines
                .lastDay(limits, goods.state(), goods.boundAt(), goods.collectableSince(), lot.certificateState())
                .filter(deadlines::hasPassed)
                .isPresent();
    }

    private static ChoiceEnding ending(ExitGoods goods, BatchRepository.Lot lot) {
        if (goods.isOpenOffer()) {
            return ChoiceEnding.LAPSED;
        }
        return lot.certificateState() == CertificateState.SUSPENDED
                ? ChoiceEnding.STILL_SUSPENDED
                : ChoiceEnding.UNCOLLECTED;
    }
}
