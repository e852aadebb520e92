package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.ChoiceEnding;
import coop.parasol.distribution.exit.rules.GoodsOffer;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Lets offers lapse that nobody has decided about in the bylaws' days, and closes those of goods that are sold or out of date meanwhile:
 * that a day passes, or goods leave, is no event that an exit hears of.
 */
@ApplicationScoped
public class LapseOffers {

    private static final Logger LOG = Logger.getLogger(LapseOffers.class);
    private static final int BATCH_SIZE = 100;
    private static final Cause TIME = Cause.of("time");

    private final GoodsPurchaseBylaw bylaw;
    private final LockExitGoods lockExitGoods;
    private final BatchRepository batches;
    private final EndGoodsChoice endGoodsChoice;
    private final ClearExits clearExits;
    private final FirmClock clock;

    LapseOffers(
            GoodsPurchaseBylaw bylaw,
            LockExitGoods lockExitGoods,
            BatchRepository batches,
            EndGoodsChoice endGoodsChoice,
            ClearExits clearExits,
            FirmClock clock) {
        this.bylaw = bylaw;
        this.lockExitGoods = lockExitGoods;
        this.batches = batches;
        this.endGoodsChoice = endGoodsChoice;
        this.clearExits = clearExits;
        this.clock = clock;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        UUID after = new UUID(0, 0);
        List<UUID> page;
        do {
            UUID from = after;
            page = QuarkusTransaction.requiringNew().call(() -> ExitGoods.exitsWithOffers(from, BATCH_SIZE));
            page.forEach(this::tryToLapse);
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == BATCH_SIZE);
    }

    /** One exit that fails keeps no other from going on; it is tried again with the next run. */
    private void tryToLapse(UUID exitId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> lapse(exitId));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Offers of exit %s could not be looked at, will be tried again", exitId);
        }
    }

    private void lapse(UUID exitId) {
        Optional<ExitClearance> exit = lockExitGoods.open(exitId);
        Optional<Integer> offerDays = bylaw.offerDays();
        if (exit.isEmpty()) {
            return;
        }
        if (offerDays.isPresent()
                && GoodsOffer.hasLapsed(
                        clock.day(Objects.requireNonNull(exit.get().boundAt)), offerDays.get(), clock.today())) {
            List<ExitGoods> offers = ExitGoods.lockUndecided(exitId).stream()
                    .filter(ExitGoods::isOpenOffer)
                    .toList();
            Map<UUID, BatchRepository.Lot> lots =
                    batches.lots(offers.stream().map(goods -> goods.batchId).toList());
            offers.forEach(goods -> endGoodsChoice.end(
                    goods, Objects.requireNonNull(lots.get(goods.batchId)), ChoiceEnding.LAPSED, TIME));
            ExitGoods.flush();
        }
        clearExits.ofMembers(List.of(exit.get().memberId), TIME);
    }
}
