package coop.parasol.production.sharing;

import coop.parasol.firm.FirmClock;
import coop.parasol.production.freeze.PlanningFreeze;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Offers lapse when their weeks are frozen. Nothing is taken of them from the freeze on; this writes down that they are over. */
@ApplicationScoped
public class LapseOffers {

    private final SharedOffers offers;
    private final PlanningFreeze freeze;
    private final FirmClock clock;

    LapseOffers(SharedOffers offers, PlanningFreeze freeze, FirmClock clock) {
        this.offers = offers;
        this.freeze = freeze;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.production.freeze-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        QuarkusTransaction.requiringNew().run(() -> offers.lapse(freeze.firstOpen(), clock.now()));
    }
}
