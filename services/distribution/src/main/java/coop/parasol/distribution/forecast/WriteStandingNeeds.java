package coop.parasol.distribution.forecast;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** With each week that comes near enough, standing needs become forecasts of it. Each in a transaction of its own, and never twice. */
@ApplicationScoped
public class WriteStandingNeeds {

    private static final Logger LOG = Logger.getLogger(WriteStandingNeeds.class);
    private static final int BATCH_SIZE = 100;
    private static final Cause TIME = Cause.of("time");

    private final ChangeStandingNeeds needs;
    private final FirmClock clock;

    WriteStandingNeeds(ChangeStandingNeeds needs, FirmClock clock) {
        this.needs = needs;
        this.clock = clock;
    }

    @Scheduled(
            every = "{parasol.distribution.standing-need-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        UUID after = new UUID(0, 0);
        List<UUID> page;
        do {
            UUID behind = after;
            page = QuarkusTransaction.requiringNew()
                    .call(() -> StandingNeed.notWrittenUntil(needs.horizon(clock.now()), behind, BATCH_SIZE));
            page.forEach(this::tryToWrite);
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == BATCH_SIZE);
    }

    private void tryToWrite(UUID needId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> needs.writeComingWeeks(needId, TIME));
        } catch (RuntimeException e) {
            LOG.errorf(e, "standing need %s could not become a forecast; it is tried again", needId);
        }
    }
}
