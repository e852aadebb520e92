package coop.parasol.production.handover;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** What nobody has accepted lapses when its week is over; nothing is accepted from then on, and this writes it down. */
@ApplicationScoped
public class LapseHandovers {

    private final Jdbi jdbi;
    private final FirmClock clock;

    LapseHandovers(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.production.freeze-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                update handover set state = 'LAPSED', decided_at = :now, version = version + 1
                 where state = 'PROPOSED' and period < :week
                """)
                        .bind("now", clock.now())
                        .bind("week", Period.of(clock.today()).toString())
                        .execute()));
    }
}
