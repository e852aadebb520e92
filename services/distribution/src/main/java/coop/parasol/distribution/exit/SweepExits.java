package coop.parasol.distribution.exit;

import coop.parasol.messaging.Cause;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Clears leaving members whose last goods have run out of date: a day that passes is no event. */
@ApplicationScoped
class SweepExits {

    private static final int FEW = 100;

    private final Exits exits;
    private final ClearExits clearExits;

    SweepExits(Exits exits, ClearExits clearExits) {
        this.exits = exits;
        this.clearExits = clearExits;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        clearExits.ofMembers(exits.waiting(FEW), Cause.of("distribution"));
    }
}
