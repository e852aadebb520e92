package coop.parasol.distribution.conservation;

import coop.parasol.firm.FirmClock;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/**
 * Checks conservation on a schedule and keeps what it has found. The check reads every batch and order line there ever was, so that
 * nobody's call waits for it.
 */
@ApplicationScoped
public class RunStockCheck {

    private static final Logger LOG = Logger.getLogger(RunStockCheck.class);

    private final CheckConservation checkConservation;
    private final FirmClock clock;

    RunStockCheck(CheckConservation checkConservation, FirmClock clock) {
        this.checkConservation = checkConservation;
        this.clock = clock;
    }

    @Scheduled(
            every = "{parasol.distribution.stock-check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void runOnSchedule() {
        StockCheck check = run();
        if (!check.report.conserved()) {
            LOG.errorf("The quantities or debts of distribution do not add up: %s", check.report);
        }
    }

    /** Checks now, in the caller's transaction. */
    StockCheck run() {
        StockCheck check = StockCheck.last().orElseGet(StockCheck::new);
        check.id = StockCheck.LAST;
        check.report = checkConservation.check();
        check.checkedAt = clock.now();
        check.persist();
        return check;
    }
}
