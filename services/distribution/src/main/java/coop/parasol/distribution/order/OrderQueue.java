package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.ServiceEnds;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Orders that wait at the same moment are decided together, by one thread of each instance (group commit, ADR 0049). While one group
 * is being stored, the next gathers; after a large one it gathers for some milliseconds more. So an order that is alone is decided at
 * once, and the busier it is, the fewer round trips, locks and flushes to disk an order costs. Those of a partner that has to wait are
 * decided beside the others ({@link PartnerQueues}).
 */
@ApplicationScoped
class OrderQueue {

    private static final Logger LOG = Logger.getLogger(OrderQueue.class);

    /** Orders decided in one transaction; so few that a group takes milliseconds. */
    static final int MAX_GROUP = 32;

    /**
     * So long a group gathers after a large one, as long as more come: a small one costs nearly as much as a larger one, and takes
     * it from all others that need the processors.
     */
    private static final Duration GATHERED_UNDER_LOAD = Duration.ofMillis(8);

    private static final Duration UNTIL_MORE_COME = Duration.ofMillis(2);

    private static final int LARGE_GROUP = 4;

    /** So long after a large group the next is believed to be one too. */
    private static final Duration UNDER_LOAD = Duration.ofMillis(100);

    /** What is on its way when the service ends is decided within that time, or its callers are told to ask again. */
    private static final Duration MAX_WAIT_AT_END = Duration.ofSeconds(2);

    private static final Duration MAX_WAIT_FOR_WRITER = Duration.ofMillis(500);
    private static final int POLL_MILLIS = 5;

    private final DecideOrders decideOrders;
    private final PartnerQueues partnerQueues;
    private final BlockingQueue<UndecidedOrder> queue = new LinkedBlockingQueue<>();
    /** All that are not decided yet, wherever they wait. */
    private final Set<UndecidedOrder> undecided = ConcurrentHashMap.newKeySet();

    private final Thread writer =
            Thread.ofPlatform().daemon().name("order-writer").unstarted(this::run);

    private volatile boolean closed;
    private volatile boolean ended;
    /** Of the writer's thread, {@link System#nanoTime}. */
    private long underLoadUntil = System.nanoTime();

    OrderQueue(DecideOrders decideOrders, PartnerQueues partnerQueues) {
        this.decideOrders = decideOrders;
        this.partnerQueues = partnerQueues;
    }

    void start(@Observes StartupEvent started) {
        writer.start();
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

    private void run() {
        List<UndecidedOrder> group = new ArrayList<>();
        while (!ended) {
            try {
                gather(group);
                group.removeIf(partnerQueues::joined);
                decide(group);
            } catch (InterruptedException e) {
                ended = true;
            } catch (RuntimeException | Error e) {
                // the callers hear it, and the thread goes on: nobody else decides orders
                group.forEach(waiting -> waiting.outcome().completeExceptionally(e));
                LOG.debug("A group of orders failed", e);
            } finally {
                group.clear();
            }
        }
    }

    private void gather(List<UndecidedOrder> group) throws InterruptedException {
        group.add(queue.take());
        if (System.nanoTime() < underLoadUntil) {
            awaitMore();
        }
        queue.drainTo(group, MAX_GROUP - 1);
        if (group.size() >= LARGE_GROUP) {
            underLoadUntil = System.nanoTime() + UNDER_LOAD.toNanos();
        }
    }

    private void awaitMore() throws InterruptedException {
        long end = System.nanoTime() + GATHERED_UNDER_LOAD.toNanos();
        int before;
        do {
            before = queue.size();
            Thread.sleep(UNTIL_MORE_COME);
        } while (queue.size() > before && queue.size() < MAX_GROUP - 1 && System.nanoTime() < end);
    }

    private void decide(List<UndecidedOrder> group) {
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
        ended = true;
        writer.interrupt();
        partnerQueues.stop();
        writer.join(MAX_WAIT_FOR_WRITER);
    }
}
