package coop.parasol.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two transactions that lock the same rows in opposite orders: PostgreSQL breaks the deadlock, and the guard repeats the loser. */
@QuarkusTest
class RetryOnDeadlockTest {

    @Inject
    CrossingUpdates updates;

    @Inject
    Jdbi jdbi;

    private final UUID left = UUID.randomUUID();
    private final UUID right = UUID.randomUUID();
    private final AtomicInteger attempts = new AtomicInteger();
    private final CyclicBarrier bothHoldOneLock = new CyclicBarrier(2);

    /** One of the ways in which a test calls {@link CrossingUpdates}. */
    @FunctionalInterface
    private interface Update {
        void run(UUID first, UUID second, Runnable betweenThem);
    }

    @BeforeEach
    void twoRows() {
        for (UUID id : List.of(left, right)) {
            jdbi.useHandle(handle -> handle.createUpdate("insert into crate (id, label, price) values (:id, '', 0)")
                    .bind("id", id)
                    .execute());
        }
    }

    @Test
    void both_transactions_succeed_with_the_guard() throws InterruptedException {
        List<Throwable> failures = failures(updates::updateWithRetry);

        assertThat(failures).isEmpty();
        assertThat(attempts).hasValue(3);
        assertThat(prices()).containsExactly(2L, 2L);
    }

    /** The control: without it the test above could pass for lack of a deadlock. */
    @Test
    void one_of_the_transactions_fails_without_the_guard() throws InterruptedException {
        List<Throwable> failures = failures(updates::updateOnce);

        assertThat(failures).hasSize(1).allMatch(RetryOnDeadlock::isDeadlock);
        assertThat(attempts).hasValue(2);
        assertThat(prices()).containsExactly(1L, 1L);
    }

    /** Runs the update from both sides at once; in their first attempts each waits until the other holds its first lock. */
    private List<Throwable> failures(Update update) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> both = List.of(call(update, left, right), call(update, right, left));
            return threads.invokeAll(both).stream()
                    .map(RetryOnDeadlockTest::failure)
                    .filter(Objects::nonNull)
                    .map(Throwable.class::cast)
                    .toList();
        }
    }

    private Callable<Void> call(Update update, UUID first, UUID second) {
        return () -> {
            AtomicInteger own = new AtomicInteger();
            update.run(first, second, () -> {
                attempts.incrementAndGet();
                if (own.incrementAndGet() == 1) {
                    awaitBoth();
                }
            });
            return null;
        };
    }

    private void awaitBoth() {
        try {
            bothHoldOneLock.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Throwable failure(Future<Void> future) {
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> prices() {
        return jdbi.withHandle(handle -> handle.createQuery("select price from crate where id = any(:ids)")
                .bindArray("ids", UUID.class, left, right)
                .mapTo(Long.class)
                .list());
    }
}
