package coop.parasol.portal.notice;

import coop.parasol.firm.FirmClock;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Notices are kept for some time; what they are about stays with the services. */
@ApplicationScoped
class DeleteOldNotices {

    private static final int AT_ONCE = 1_000;

    private final Inbox inbox;
    private final FirmClock clock;
    private final Duration retention;

    DeleteOldNotices(
            Inbox inbox, FirmClock clock, @ConfigProperty(name = "parasol.notice.retention") Duration retention) {
        this.inbox = inbox;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Instant oldest = clock.now().minus(retention);
        while (inbox.deleteBefore(oldest, AT_ONCE) == AT_ONCE) {
            Thread.onSpinWait();
        }
    }
}
