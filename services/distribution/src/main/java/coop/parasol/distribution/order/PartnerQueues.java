package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.TooManyWait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Orders that could not be decided with those of other partners, such as those of a partner whose credit somebody else has locked:
 * one queue a partner, served in turns of a second at most. So a partner that has to wait keeps at most one thread, and of its
 * own orders the first to come is the first to be decided. Orders of the partner that come meanwhile go behind those that wait.
 */
@ApplicationScoped
class PartnerQueues {

    private static final Logger LOG = Logger.getLogger(PartnerQueues.class);

    private static final int THREADS = 4;

    /** Each keeps a call waiting: one partner does not take all the threads that answer calls. */
    private static final int MAX_WAITING = 64;

    private static final Duration MAX_TURN = Duration.ofSeconds(1);
    private static final Duration MIN_TURN = Duration.ofMillis(200);

    private final DecideOrders decideOrders;
    private final Map<UUID, Deque<UndecidedOrder>> queues = new HashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS,
            work -> Thread.ofPlatform().daemon().name("order-writer-partner").unstarted(work));

    PartnerQueues(DecideOrders decideOrders) {
        this.decideOrders = decideOrders;
    }

    /** Whether the order waits behind others of its partner now, because there are such. */
    boolean joined(UndecidedOrder order) {
        synchronized (queues) {
            Deque<UndecidedOrder> queue = queues.get(order.partnerId());
            if (queue != null) {
                append(queue, order);
            }
            return queue != null;
        }
    }

    void add(UndecidedOrder order) {
        synchronized (queues) {
            Deque<UndecidedOrder> queue = queues.get(order.partnerId());
            if (queue == null) {
                queue = new ArrayDeque<>();
                queues.put(order.partnerId(), queue);
                threads.execute(() -> takeTurn(order.partnerId()));
            }
            append(queue, order);
        }
    }

    private static void append(Deque<UndecidedOrder> queue, UndecidedOrder order) {
        if (queue.size() < MAX_WAITING) {
            queue.add(order);
        } else {
            order.outcome().complete(new TooManyWait());
        }
    }

    private void takeTurn(UUID partnerId) {
        try {
            decide(first(partnerId));
        } finally {
            synchronized (queues) {
                Deque<UndecidedOrder> queue = queues.getOrDefault(partnerId, new ArrayDeque<>());
                queue.removeIf(order -> order.outcome().isDone());
                if (queue.isEmpty()) {
                    queues.remove(partnerId);
                } else if (!threads.isShutdown()) {
                    threads.execute(() -> takeTurn(partnerId));
                }
            }
        }
    }

    private List<UndecidedOrder> first(UUID partnerId) {
        synchronized (queues) {
            return queues.getOrDefault(partnerId, new ArrayDeque<>()).stream()
                    .limit(OrderQueue.MAX_GROUP)
                    .toList();
        }
    }

    /** Together, and where that fails because of one of them, one by one; those that are left undecided get another turn. */
    private void decide(List<UndecidedOrder> orders) {
        Optional<Throwable> failure = failureOf(orders);
        if (failure.isPresent() && orders.size() > 1 && isOneOrders(failure.get())) {
            long end = System.nanoTime() + MAX_TURN.toNanos();
            for (UndecidedOrder order : orders) {
                if (System.nanoTime() > end
                        || failureOf(List.of(order))
                                .filter(DecideOrders::isLocked)
                                .isPresent()) {
                    return;
                }
            }
        }
    }

    private static boolean isOneOrders(Throwable failure) {
        return DecideOrders.concernsOne(failure) && !DecideOrders.isLocked(failure);
    }

    /** Tries to decide orders; empty where that has succeeded. Of a failure hears whose time is over, and who has no other chance. */
    private Optional<Throwable> failureOf(List<UndecidedOrder> orders) {
        try {
            complete(orders);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            LOG.debug("Orders of a partner were not decided", e);
            if (DecideOrders.isLocked(e)) {
                orders.stream()
                        .filter(order -> order.timeLeft().isNegative())
                        .forEach(order -> order.outcome().completeExceptionally(e));
            } else if (orders.size() == 1 || !DecideOrders.concernsOne(e)) {
                orders.forEach(order -> order.outcome().completeExceptionally(e));
            }
            return Optional.of(e);
        }
    }

    private void complete(List<UndecidedOrder> orders) {
        List<Optional<Outcome>> outcomes = decideOrders.ofPartner(
                orders.stream().map(UndecidedOrder::order).toList(), turn(orders));
        for (int order = 0; order < orders.size(); order++) {
            outcomes.get(order).ifPresent(orders.get(order).outcome()::complete);
        }
    }

    private static Duration turn(List<UndecidedOrder> orders) {
        Duration least = orders.stream()
                .map(UndecidedOrder::timeLeft)
                .min(Duration::compareTo)
                .orElse(MAX_TURN);
        return least.compareTo(MAX_TURN) > 0 ? MAX_TURN : least.compareTo(MIN_TURN) < 0 ? MIN_TURN : least;
    }

    /** Begins no more turns; whoever waits is answered by {@link OrderQueue}. */
    void stop() {
        synchronized (queues) {
            threads.shutdownNow();
        }
    }
}
