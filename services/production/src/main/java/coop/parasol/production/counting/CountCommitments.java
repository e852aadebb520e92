package coop.parasol.production.counting;

import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.CountedCommitments.Line;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.freeze.PlanningFreeze.Uncounted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Freezes the weeks that have come inside the horizon, and fixes what counts of the commitments for them. Each product, grade and
 * week is fixed in a transaction of its own: what a killed instance has left, the next does. Several instances fix nothing twice.
 */
@ApplicationScoped
public class CountCommitments {

    private static final Logger LOG = Logger.getLogger(CountCommitments.class);
    private final PlanningFreeze freeze;
    private final CommittedQuantities committed;
    private final Reckoning reckoning;
    private final CountedCommitments counted;
    private final Outbox outbox;
    private final FirmClock clock;

    CountCommitments(
            PlanningFreeze freeze,
            CommittedQuantities committed,
            Reckoning reckoning,
            CountedCommitments counted,
            Outbox outbox,
            FirmClock clock) {
        this.freeze = freeze;
        this.committed = committed;
        this.reckoning = reckoning;
        this.counted = counted;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was committed before the freeze is in the database when the freeze's own transaction has ended, and nothing comes after. */
    @Scheduled(every = "{parasol.production.freeze-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        Uncounted weeks = QuarkusTransaction.requiringNew().call(freeze::freeze);
        if (weeks.isEmpty()) {
            return;
        }
        List<GoodsOfWeek> all =
                QuarkusTransaction.requiringNew().call(() -> committed.goodsOfWeeks(weeks.after(), weeks.until()));
        boolean complete = true;
        for (GoodsOfWeek goods : all) {
            complete &= tryToCount(goods);
        }
        if (complete) {
            QuarkusTransaction.requiringNew().run(() -> freeze.counted(weeks.until()));
        }
    }

    private boolean tryToCount(GoodsOfWeek goods) {
        try {
            QuarkusTransaction.requiringNew().run(() -> count(goods));
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "commitments for %s could not be counted; it is tried again", goods);
            return false;
        }
    }

    private void count(GoodsOfWeek goods) {
        reckoning
                .of(goods)
                .filter(result -> counted.fix(result.week(), clock.now()))
                .ifPresent(this::store);
    }

    private void store(Reckoning.Result result) {
        counted.insert(result.lines());
        outbox.append(
                result.lines().stream()
                        .map(line -> event(line, result.week().unit()))
                        .toList(),
                Cause.of("time"));
    }

    private static CommitmentCounted event(Line line, String unit) {
        return new CommitmentCounted(
                line.memberId(),
                line.product(),
                line.grade(),
                line.period(),
                // a sum over routes may be larger than any quantity, and no producer can stop the freeze by it
                Quantity.ofSum(line.committed(), unit),
                Quantity.ofSum(line.counts(), unit));
    }
}
