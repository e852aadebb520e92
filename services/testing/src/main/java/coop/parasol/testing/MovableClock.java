package coop.parasol.testing;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in tests: the present time, which a test can put forward or to another moment. */
@ApplicationScoped
@Unremovable
public class MovableClock {

    private volatile Duration ahead = Duration.ZERO;

    /** Puts the clock forward, in addition to earlier calls. */
    public void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Puts the clock to a moment, from which it goes on. */
    public void setTo(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    /** Back to the present time. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.now().plus(ahead);
            }
        };
    }
}
