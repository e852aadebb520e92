package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.ServiceEnds;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import coop.parasol.persistence.GroupQueue;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Orders that wait at the same moment are decided together, by one thread of each instance ({@link GroupQueue}). Those of a partner
 * that has to wait are decided beside the others ({@link PartnerQueues}).
 */
@ApplicationScoped
class OrderQueue {

    private static final Logger LOG = Logger.getLogger(OrderQueue.class);

    /** Orders decided in one transaction; so few that a group takes milliseconds. */
    static final int MAX_GROUP = 32;

    /** What is on its way when the service ends is decided within that time, or its callers are told to ask again. */
    private static final Duration MAX_WAIT_AT_END = Duration.ofSeconds(2);

    private static final int POLL_MILLIS = 5;

    private final DecideOrders decideOrders;
    private final PartnerQueues partnerQueues;
    private final GroupQueue<UndecidedOrder> queue = new GroupQueue<>("order-writer", MAX_GROUP, this::decide);
    /** All that are not decided yet, wherever they wait. */
    private final Set<UndecidedOrder> undecided = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    OrderQueue(DecideOrders decideOrders, PartnerQueues partnerQueues) {
        this.decideOrders = decideOrders;
        this.partnerQueues = partnerQueues;
    }

    void start(@Observes StartupEvent started) {
        queue.start();
    }

    /** Waits until the order was decided; throws what deciding it has thrown. */
    Outcome decide(Submission order) {
        UndecidedOrder waiting = new UndecidedOrder(order);
        undecided.add(waiting);
        try {
            if (closed) {
                return new ServiceEnds();
            }
            queue.add(waiting);
            return waiting.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        } finally {
            undecided.remove(waiting);
        }
    }

    private void decide(List<UndecidedOrder> waiting) {
        List<UndecidedOrder> group =
                waiting.stream().filter(order -> !partnerQueues.joined(order)).toList();
        try {
            decideTogether(group);
        } catch (RuntimeException | Error e) {
            // the callers hear it, and the thread goes on: nobody else decides orders
            group.forEach(order -> order.outcome().completeExceptionally(e));
            LOG.debug("A group of orders failed", e);
        }
    }

    private void decideTogether(List<UndecidedOrder> group) {
        if (group.isEmpty()) {
            return;
        }
        List<Optional<Outcome>> outcomes =
                decideOrders.together(group.stream().map(UndecidedOrder::order).toList());
        for (int order = 0; order < group.size(); order++) {
            UndecidedOrder waiting = group.get(order);
            outcomes.get(order).ifPresentOrElse(waiting.outcome()::complete, () -> partnerQueues.add(waiting));
        }
    }

    /** Before the server waits for the calls that it is still to answer. */
    void close(@Observes ShutdownDelayInitiatedEvent ending) throws InterruptedException {
        stop();
    }

    /** Takes no more orders, and leaves none waiting; takes 2.5 s at most, whatever the database does. */
    @PreDestroy
    void stop() throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + MAX_WAIT_AT_END.toNanos();
        while (!undecided.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLIS);
        }
        undecided.forEach(waiting -> waiting.outcome().complete(new ServiceEnds()));
        partnerQueues.stop();
        queue.end();
    }
}
