package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Orders that wait at the same moment are decided together, by one thread of each instance (group commit, ADR 0049). Nobody waits
 * for others to come: while one group is being stored, the next gathers. So an order that is alone is decided at once, and the
 * busier it is, the fewer round trips, locks and flushes to disk an order costs.
 */
@ApplicationScoped
class OrderQueue {

    private static final Logger LOG = Logger.getLogger(OrderQueue.class);

    /** Orders decided in one transaction; so few that a group takes milliseconds. */
    private static final int MAX_GROUP = 32;

    private static final int THREADS_ALONE = 4;

    private final DecideOrders decideOrders;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("order-writer").unstarted(this::run);
    /** Decides those that could not be decided with others, so that the others go on meanwhile. */
    private final ExecutorService alone = Executors.newFixedThreadPool(
            THREADS_ALONE,
            work -> Thread.ofPlatform().daemon().name("order-writer-alone").unstarted(work));

    private volatile boolean stopping;

    OrderQueue(DecideOrders decideOrders) {
        this.decideOrders = decideOrders;
    }

    private record Waiting(Submission order, CompletableFuture<Outcome> outcome) {}

    void start(@Observes StartupEvent started) {
        writer.start();
    }

    /** Waits until the order was decided; throws what deciding it has thrown. */
    Outcome decide(Submission order) {
        if (stopping) {
            throw new IllegalStateException("no more orders are taken: the service ends");
        }
        Waiting waiting = new Waiting(order, new CompletableFuture<>());
        queue.add(waiting);
        if (stopping && queue.remove(waiting)) {
            throw new IllegalStateException("no more orders are taken: the service ends");
        }
        try {
            return waiting.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void run() {
        List<Waiting> group = new ArrayList<>();
        while (!stopping) {
            try {
                group.add(queue.take());
                queue.drainTo(group, MAX_GROUP - 1);
                decide(group);
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException | Error e) {
                // the callers hear it, and the thread goes on: nobody else decides orders
                group.forEach(waiting -> waiting.outcome().completeExceptionally(e));
                LOG.debug("A group of orders failed", e);
            } finally {
                group.clear();
            }
        }
        queue.forEach(left -> left.outcome().completeExceptionally(new IllegalStateException("the service ends")));
    }

    private void decide(List<Waiting> group) {
        List<Optional<Outcome>> outcomes =
                decideOrders.together(group.stream().map(Waiting::order).toList());
        for (int order = 0; order < group.size(); order++) {
            Waiting waiting = group.get(order);
            outcomes.get(order)
                    .ifPresentOrElse(waiting.outcome()::complete, () -> alone.execute(() -> decideAlone(waiting)));
        }
    }

    private void decideAlone(Waiting waiting) {
        try {
            waiting.outcome().complete(decideOrders.alone(waiting.order()));
        } catch (RuntimeException | Error e) {
            waiting.outcome().completeExceptionally(e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        writer.interrupt();
        writer.join();
        alone.shutdown();
    }
}
