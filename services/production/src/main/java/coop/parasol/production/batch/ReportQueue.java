package coop.parasol.production.batch;

import coop.parasol.persistence.GroupQueue;
import coop.parasol.production.batch.StoreReports.Call;
import coop.parasol.production.batch.StoreReports.Decision;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Reports of single batches that wait at the same moment are stored together, by one thread of each instance ({@link GroupQueue}).
 * One that cannot be, because its producer is locked or another of them fails, is stored alone by the thread of its own call.
 */
@ApplicationScoped
class ReportQueue {

    private static final Logger LOG = Logger.getLogger(ReportQueue.class);

    private static final int MAX_GROUP = 32;

    private final StoreReports storeReports;
    private final GroupQueue<Waiting> queue = new GroupQueue<>("report-writer", MAX_GROUP, this::decide);
    private final Set<Waiting> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ReportQueue(StoreReports storeReports) {
        this.storeReports = storeReports;
    }

    /** @param decision empty if the call is to be decided alone */
    private record Waiting(Call call, CompletableFuture<Optional<Decision>> decision) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    void start(@Observes StartupEvent started) {
        queue.start();
    }

    /** Returns when the batch is on record or known not to be; to be called outside a transaction. */
    Decision decide(Call call) {
        Waiting waiting = new Waiting(call, new CompletableFuture<>());
        all.add(waiting);
        try {
            if (closed) {
                return storeReports.alone(call);
            }
            queue.add(waiting);
            return waiting.decision().join().orElseGet(() -> storeReports.alone(call));
        } finally {
            all.remove(waiting);
        }
    }

    private void decide(List<Waiting> group) {
        List<Optional<Decision>> decisions;
        try {
            decisions = storeReports.together(group.stream().map(Waiting::call).toList());
        } catch (RuntimeException | Error e) {
            LOG.debug("Reports are stored one by one, as together they have failed", e);
            group.forEach(waiting -> waiting.decision().complete(Optional.empty()));
            return;
        }
        for (int report = 0; report < group.size(); report++) {
            group.get(report).decision().complete(decisions.get(report));
        }
    }

    /** Before the server waits for the calls that it is still to answer. */
    void close(@Observes ShutdownDelayInitiatedEvent ending) throws InterruptedException {
        stop();
    }

    /** From now on each call decides alone; a report that was stored nevertheless is found so by it. */
    @PreDestroy
    void stop() throws InterruptedException {
        closed = true;
        queue.end();
        all.forEach(waiting -> waiting.decision().complete(Optional.empty()));
    }
}
