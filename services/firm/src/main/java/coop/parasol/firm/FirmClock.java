package coop.parasol.firm;

import coop.parasol.contracts.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What time it is, and what day and week it is for the firm. Days are counted in UTC. */
@ApplicationScoped
public class FirmClock {

    private final Clock clock;

    public FirmClock(Clock clock) {
        this.clock = clock;
    }

    /** The present moment, to the microsecond, as PostgreSQL stores it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The firm's present day. */
    public LocalDate today() {
        return day(clock.instant());
    }

    /** The firm's day on which a moment falls. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The firm's present ISO week. */
    public Period thisWeek() {
        return Period.of(today());
    }
}
