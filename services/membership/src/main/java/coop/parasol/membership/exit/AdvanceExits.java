package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * What time does to exits: notice runs out, holdbacks end, instalments come due, a new year brings a new cap. After a standstill
 * it catches up. However many instances run, each thing happens once: the share count is locked, and what was due is checked
 * again under the lock.
 */
@ApplicationScoped
public class AdvanceExits {

    private static final Logger LOG = Logger.getLogger(AdvanceExits.class);
    private static final String TIME = "time";
    private static final int BATCH_SIZE = 100;

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final BindExit bindExit;
    private final ValueExit valueExit;
    private final ReleaseHoldback releaseHoldback;
    private final ExitPaymentQueue paymentQueue;

    AdvanceExits(
            FirmClock clock,
            ShareCount shareCount,
            BindExit bindExit,
            ValueExit valueExit,
            ReleaseHoldback releaseHoldback,
            ExitPaymentQueue paymentQueue) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.bindExit = bindExit;
        this.valueExit = valueExit;
        this.releaseHoldback = releaseHoldback;
        this.paymentQueue = paymentQueue;
    }

    @Scheduled(every = "{parasol.membership.exits-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        advanceAll(ExitCase::dueForBinding, bindExit::bindIfDue);
        advanceAll(ExitCase::dueForValuation, valueExit::valueIfDue);
        advanceAll(ExitCase::dueForHoldbackRelease, releaseHoldback::releaseIfDue);
        while (QuarkusTransaction.requiringNew().call(this::makePaymentsDue)) {
            LOG.debug("more payments to leaving members are due");
        }
    }

    private boolean makePaymentsDue() {
        shareCount.lock();
        return paymentQueue.makeDue(Cause.of(TIME));
    }

    /** One transaction for each exit; one that fails is left for the next run and keeps no other waiting. */
    private void advanceAll(BiFunction<LocalDate, Integer, List<UUID>> find, BiConsumer<ExitCase, Cause> step) {
        int advanced;
        do {
            List<UUID> due = QuarkusTransaction.requiringNew().call(() -> find.apply(clock.today(), BATCH_SIZE));
            advanced = 0;
            for (UUID id : due) {
                advanced += advance(id, step) ? 1 : 0;
            }
        } while (advanced == BATCH_SIZE);
    }

    private boolean advance(UUID id, BiConsumer<ExitCase, Cause> step) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                shareCount.lock();
                step.accept(ExitCase.lock(id).orElseThrow(), Cause.of(TIME));
            });
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "exit %s could not be advanced and is tried again", id);
            return false;
        }
    }
}
