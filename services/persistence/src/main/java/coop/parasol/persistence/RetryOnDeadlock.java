package coop.parasol.persistence;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.temporal.ChronoUnit;

/**
 * Does a transaction again when PostgreSQL has rolled it back to break a deadlock (SQLSTATE 40P01), up to four times. On a
 * transactional method whose locks come in no order that could be known beforehand: {@code @ApplyGuard(RetryOnDeadlock.GUARD)}.
 * It stands before the transaction ({@code mp.fault.tolerance.interceptor.priority}), so that every attempt has one of its own.
 */
@ApplicationScoped
public class RetryOnDeadlock {

    public static final String GUARD = "retry-on-deadlock";

    private static final String DEADLOCK_DETECTED = "40P01";
    private static final int MAX_RETRIES = 4;
    private static final int DELAY_MILLIS = 10;
    private static final int JITTER_MILLIS = 10;

    @Produces
    @Identifier(GUARD) Guard guard() {
        return Guard.create()
                .withRetry()
                .maxRetries(MAX_RETRIES)
                .delay(DELAY_MILLIS, ChronoUnit.MILLIS)
                .jitter(JITTER_MILLIS, ChronoUnit.MILLIS)
                .whenException(RetryOnDeadlock::isDeadlock)
                .done()
                .build();
    }

    /** Whether a failure was caused by PostgreSQL breaking a deadlock. */
    static boolean isDeadlock(Throwable failure) {
        return SqlStates.of(failure).anyMatch(DEADLOCK_DETECTED::equals);
    }
}
