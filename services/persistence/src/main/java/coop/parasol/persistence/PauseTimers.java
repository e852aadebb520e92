package coop.parasol.persistence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** No timer fires any more once the service ends, because the database's connections are closed before the timers are. */
@ApplicationScoped
class PauseTimers {

    void pause(@Observes ShutdownEvent event, Instance<Scheduler> scheduler) {
        // without any timer it is not started, and cannot be paused
        if (scheduler.isResolvable() && scheduler.get().isStarted()) {
            scheduler.get().pause();
        }
    }
}
