package coop.parasol.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How many events wait to be sent and for how long the oldest has waited, looked up now and then by each instance. */
final class OutboxGauges implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);
    private static final int MOST_COUNTED = 100_000;

    private final DataSource database;
    private final Relay relay;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("outbox-gauges").unstarted(work));
    private volatile long depth;
    private volatile @Nullable Instant oldest;

    OutboxGauges(DataSource database, Relay relay, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.relay = relay;
        this.clock = clock;
        Gauge.builder("parasol.outbox.depth", this, gauges -> gauges.depth)
                .description("events that wait to be sent, counted up to " + MOST_COUNTED)
                .register(metrics);
        Gauge.builder("parasol.outbox.oldest.seconds", this, OutboxGauges::age)
                .description("for how long the oldest of them has waited")
                .register(metrics);
    }

    void every(Duration interval) {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            lookUp();
        } catch (RuntimeException e) {
            LOG.debug("The outbox could not be looked at", e);
        }
    }

    void lookUp() {
        Sql.run(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select count(*), min(time) from (select time from outbox where seq > ? order by seq limit ?) as waiting
                    """)) {
                select.setLong(1, relay.lowWater());
                select.setInt(2, MOST_COUNTED);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    depth = row.getLong(1);
                    OffsetDateTime time = row.getObject(2, OffsetDateTime.class);
                    oldest = time == null ? null : time.toInstant();
                    return depth;
                }
            }
        });
    }

    private double age() {
        Instant since = oldest;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
