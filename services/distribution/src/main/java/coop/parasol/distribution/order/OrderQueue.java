package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    private final DecideOrders decideOrders;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("order-writer").unstarted(this::run);
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
            } finally {
                group.clear();
            }
        }
        queue.forEach(left -> left.outcome().completeExceptionally(new IllegalStateException("the service ends")));
    }

    private void decide(List<Waiting> group) {
        try {
            List<DecideOrders.Decision> decisions =
                    decideOrders.decide(group.stream().map(Waiting::order).toList());
            for (int order = 0; order < group.size(); order++) {
                complete(group.get(order).outcome(), decisions.get(order));
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("A group of orders failed", e);
            group.forEach(waiting -> waiting.outcome().completeExceptionally(e));
        }
    }

    private static void complete(CompletableFuture<Outcome> waiting, DecideOrders.Decision decision) {
        switch (decision) {
            case DecideOrders.Decided decided -> waiting.complete(decided.outcome());
            case DecideOrders.Failed failed -> waiting.completeExceptionally(failed.reason());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        writer.interrupt();
        writer.join();
    }
}
