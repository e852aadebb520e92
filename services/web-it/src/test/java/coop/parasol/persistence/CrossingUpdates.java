package coop.parasol.persistence;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A transaction that locks two rows, one after the other; two of them in opposite orders deadlock. */
@ApplicationScoped
class CrossingUpdates {

    private final Jdbi jdbi;

    CrossingUpdates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Transactional
    void updateWithRetry(UUID first, UUID second, Runnable betweenThem) {
        update(first, second, betweenThem);
    }

    @Transactional
    void updateOnce(UUID first, UUID second, Runnable betweenThem) {
        update(first, second, betweenThem);
    }

    private void update(UUID first, UUID second, Runnable betweenThem) {
        increment(first);
        betweenThem.run();
        increment(second);
    }

    private void increment(UUID crate) {
        jdbi.useHandle(handle -> handle.createUpdate("update crate set price = price + 1 where id = :id")
                .bind("id", crate)
                .execute());
    }
}
