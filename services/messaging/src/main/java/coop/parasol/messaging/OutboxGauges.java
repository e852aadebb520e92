package coop.parasol.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Metrics of the outbox: how many events wait to be sent, and for how long the oldest has waited. Each instance counts. */
final class OutboxGauges implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);
    private static final int MAX_COUNTED = 100_000;

    private final DataSource database;
    private final Relay relay;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final List<Gauge> gauges;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("outbox-gauges").unstarted(work));
    private volatile long depth;
    private volatile @Nullable Instant oldest;

    OutboxGauges(DataSource database, Relay relay, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.relay = relay;
        this.clock = clock;
        this.metrics = metrics;
        Gauge depths = Gauge.builder("parasol.outbox.depth", this, outbox -> outbox.depth)
                .description("events in the outbox that are not sent, counted up to " + MAX_COUNTED)
                .register(metrics);
        Gauge ages = Gauge.builder("parasol.outbox.oldest.seconds", this, OutboxGauges::age)
                .description("for how many seconds the oldest event that is not sent has waited")
                .register(metrics);
        this.gauges = List.of(depths, ages);
    }

    /** Counts now and after each interval. */
    void start(Duration interval) {
        var _ = timer.scheduleWithFixedDelay(this::refreshQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refreshQuietly() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.debug("The outbox could not be counted", e);
        }
    }

    void refresh() {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select count(*), min(time) from (select time from outbox where seq > ? order by seq limit ?) as waiting
                    """)) {
                select.setLong(1, relay.lowWaterMark());
                select.setInt(2, MAX_COUNTED);
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

    /** The gauges go too: after a live reload others have their names. */
    @Override
    public void close() {
        timer.shutdownNow();
        gauges.forEach(metrics::remove);
    }
}
