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
 * Time moves exits: notice runs out, holdbacks end, instalments come due, a new year brings new room under the cap. After a
 * standstill it catches up. However many instances run, each thing happens once: the firm is locked, and what was due is
 * looked at again under the lock.
 */
@ApplicationScoped
public class MoveExits {

    private static final Logger LOG = Logger.getLogger(MoveExits.class);
    private static final String TIME = "time";
    private static final int AT_ONCE = 100;

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final ValueExit valueExit;
    private final ReleaseHoldback releaseHoldback;
    private final Payments payments;

    MoveExits(
            FirmClock clock,
            ShareCount shareCount,
            ValueExit valueExit,
            ReleaseHoldback releaseHoldback,
            Payments payments) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.valueExit = valueExit;
        this.releaseHoldback = releaseHoldback;
        this.payments = payments;
    }

    @Scheduled(every = "{parasol.membership.exits-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        each(ExitCase::toBeValued, valueExit::ifDue);
        each(ExitCase::holdbackToBeReleased, releaseHoldback::ifDue);
        while (QuarkusTransaction.requiringNew().call(this::release)) {
            LOG.debug("more payments to leaving members are due");
        }
    }

    private boolean release() {
        shareCount.lock();
        return payments.release(Cause.of(TIME));
    }

    /** One transaction each; one that fails is left for the next time and keeps nobody else waiting. */
    private void each(BiFunction<LocalDate, Integer, List<UUID>> find, BiConsumer<ExitCase, Cause> move) {
        int moved;
        do {
            List<UUID> due = QuarkusTransaction.requiringNew().call(() -> find.apply(clock.today(), AT_ONCE));
            moved = 0;
            for (UUID id : due) {
                moved += moved(id, move) ? 1 : 0;
            }
        } while (moved == AT_ONCE);
    }

    private boolean moved(UUID id, BiConsumer<ExitCase, Cause> move) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                shareCount.lock();
                move.accept(ExitCase.lock(id).orElseThrow(), Cause.of(TIME));
            });
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "exit %s could not be moved and is tried again", id);
            return false;
        }
    }
}
