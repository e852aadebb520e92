package coop.parasol.distribution.order;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has goods looked for: woken right after a commit that leaves lines pending, and again as long as it finds any. It also looks at the start
 * and each second, for what an instance that was killed has left. What others have locked is looked at again soon: they may let it go without
 * having seen it.
 */
@ApplicationScoped
class OrderAllocator {

    private static final Logger LOG = Logger.getLogger(OrderAllocator.class);

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration WHILE_LOCKED = Duration.ofMillis(20);
    /** A look for few lines costs nearly as much as one for many, and under load takes it from taking orders. */
    private static final Duration AFTER_MANY = Duration.ofMillis(20);

    private static final Duration AFTER_FEW = Duration.ofMillis(5);

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    /** What is not done by then, the database undoes; the next instance does it. */
    private static final Duration MAX_WAIT_AT_END = Duration.ofSeconds(1);

    private final AllocateOrders allocateOrders;
    private final TransactionSynchronizationRegistry transactions;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("order-allocator").unstarted(this::run);
    private volatile boolean stopping;

    OrderAllocator(AllocateOrders allocateOrders, TransactionSynchronizationRegistry transactions) {
        this.allocateOrders = allocateOrders;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    /** Says that lines are pending. */
    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** The same, when the present transaction commits. */
    void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake();
                }
            }
        });
    }

    private void run() {
        while (!stopping) {
            try {
                signal.drainPermits();
                switch (allocateOrders.allocate()) {
                    case NOTHING_PENDING -> await(INTERVAL);
                    case LOCKED_BY_OTHERS -> await(WHILE_LOCKED);
                    case LOOKED_AT_FEW -> Thread.sleep(AFTER_FEW);
                    case LOOKED_AT_MANY -> Thread.sleep(AFTER_MANY);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warnf("Orders could not be allocated, will be tried again: %s", e);
                LOG.debug("because of", e);
                pauseAfterFailure();
            }
        }
    }

    private void await(Duration max) throws InterruptedException {
        signal.tryAcquire(max.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void pauseAfterFailure() {
        try {
            await(AFTER_FAILURE);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Before the database's connections are closed. */
    void end(@Observes ShutdownEvent ending) throws InterruptedException {
        stop();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        signal.release();
        thread.join(MAX_WAIT_AT_END);
    }
}
