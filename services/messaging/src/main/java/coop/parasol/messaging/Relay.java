package coop.parasol.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds to Kafka, in order, each row until it has arrived: read, send, wait for every
 * acknowledgement, delete, again. Of all instances on one database one relays. Woken after a commit in this process, and
 * by a timer for the commits of others.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /**
     * Larger rows go alone: whether the broker takes them is known only when it answers, and nothing of the same aggregate
     * may overtake them. Smaller ones can be sent one behind the other, because only size makes a broker refuse a record.
     */
    private static final int PIPELINED_CHARACTERS = 64 * 1024;

    /**
     * When at least so many rows come at once, and faster than so many per second, the next pass begins a little later: a
     * pass over a few rows costs nearly what one over many does, and takes it from those who decide on the same machine.
     */
    private static final int CROWD = 16;

    private static final double RUSH = 1_500;

    private static final Duration GATHERING = Duration.ofMillis(10);

    private static final double NANOS = 1e9;

    /**
     * @param service whose outbox it is; the events' source
     * @param topicPrefix put before every topic's name
     * @param batch rows read at once
     * @param poll how long to wait for a signal
     * @param standby how often an instance that does not relay tries to
     * @param retryFirst pause after a failure, doubled up to {@code retryMost}
     */
    record Settings(
            String service,
            String topicPrefix,
            int batch,
            Duration poll,
            Duration standby,
            Duration retryFirst,
            Duration retryMost) {}

    private record Sent(OutboxSession.Row row, Future<?> acknowledgement) {}

    private final DataSource database;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Settings settings;
    private final Clock clock;
    private final Counter relayed;
    private final Counter failures;
    private final Obstacles obstacles;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::run);
    private volatile boolean stopping;
    private volatile @Nullable OutboxSession session;
    private @Nullable Producer<String, byte[]> producer;
    /** When the last pass began, in nanoseconds of the system's timer. */
    private long passed;

    Relay(
            DataSource database,
            Supplier<Producer<String, byte[]>> producers,
            Settings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.producers = producers;
        this.settings = settings;
        this.clock = clock;
        this.obstacles = new Obstacles(settings.retryFirst(), settings.retryMost());
        this.relayed = metrics.counter("parasol.relay.sent");
        this.failures = metrics.counter("parasol.relay.failures");
    }

    void start() {
        thread.start();
    }

    /** Something was committed. */
    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Whether this instance is the one that relays. */
    boolean leading() {
        return session != null;
    }

    /** See {@link OutboxSession#lowWater}; 0 while another instance relays. */
    long lowWater() {
        OutboxSession present = session;
        return present == null ? 0 : present.lowWater();
    }

    private void run() {
        int failed = 0;
        while (!stopping) {
            try (OutboxSession opened = OutboxSession.open(database)) {
                failed = 0;
                if (opened == null) {
                    pause(settings.standby());
                    continue;
                }
                session = opened;
                LOG.infof("Relaying the outbox of %s", settings.service());
                relay(opened);
            } catch (InterruptedException | InterruptException e) {
                break;
            } catch (SQLException | RuntimeException e) {
                failed++;
                LOG.warnf("Relay of %s stopped, will start again: %s", settings.service(), e);
                LOG.debug("because of", e);
            } finally {
                session = null;
            }
            if (failed > 0 && !stopping) {
                awaitRetry(failed);
            }
        }
        closeProducer();
    }

    private void relay(OutboxSession open) throws SQLException, InterruptedException {
        while (!stopping) {
            signal.drainPermits();
            long begun = System.nanoTime();
            int sent = pass(open);
            if (sent == 0) {
                pause(settings.poll());
            } else if (isRush(sent, (begun - passed) / NANOS)) {
                Thread.sleep(GATHERING);
            }
            passed = begun;
        }
    }

    private boolean isRush(int sent, double seconds) {
        return sent >= CROWD && sent < settings.batch() && sent >= RUSH * seconds;
    }

    private void pause(Duration most) throws InterruptedException {
        signal.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void awaitRetry(int failed) {
        try {
            Thread.sleep(Backoff.pause(failed, settings.retryFirst(), settings.retryMost()));
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Returns how many rows were sent. */
    private int pass(OutboxSession open) throws SQLException, InterruptedException {
        var now = clock.instant();
        List<OutboxSession.Row> rows =
                open.scan(obstacles.floor(now), obstacles.aggregates(now), obstacles.topics(now), settings.batch());
        if (rows.isEmpty()) {
            return 0;
        }
        boolean renew = false;
        List<OutboxSession.Row> arrived = new ArrayList<>(rows.size());
        List<Sent> pending = send(rows);
        for (Sent sent : pending) {
            KafkaException failure = failure(sent.acknowledgement());
            if (failure == null) {
                obstacles.passed(sent.row());
                arrived.add(sent.row());
            } else {
                renew |= failed(sent.row(), failure);
            }
        }
        if (renew) {
            closeProducer();
        }
        open.delete(arrived);
        relayed.increment(arrived.size());
        return arrived.size();
    }

    /** Sends what may go and waits until all of it has arrived or failed. */
    private List<Sent> send(List<OutboxSession.Row> rows) throws InterruptedException {
        Producer<String, byte[]> open = producer == null ? producers.get() : producer;
        producer = open;
        Set<String> held = new HashSet<>();
        Set<String> closed = new HashSet<>();
        List<Sent> pending = new ArrayList<>(rows.size());
        for (OutboxSession.Row row : rows) {
            if (held.contains(row.aggregate()) || closed.contains(row.topic())) {
                continue;
            }
            Future<?> acknowledgement = open.send(CloudEvents.record(
                    settings.topicPrefix() + row.topic(),
                    settings.service(),
                    row.envelope(),
                    row.traceparent(),
                    row.payload()));
            pending.add(new Sent(row, acknowledgement));
            boolean alone = row.payload().length() > PIPELINED_CHARACTERS;
            KafkaException atOnce = acknowledgement.isDone() ? failure(acknowledgement) : null;
            if (alone || atOnce != null) {
                held.add(row.aggregate());
            }
            if (atOnce != null && !Obstacles.isOfTheRow(atOnce)) {
                closed.add(row.topic());
            }
        }
        open.flush();
        return pending;
    }

    /** What became of a record whose flush is over; that one takes as long as it takes (see Messaging). */
    private static @Nullable KafkaException failure(Future<?> acknowledgement) throws InterruptedException {
        try {
            acknowledgement.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    /** Keeps the row for later; returns whether the producer may be broken. */
    private boolean failed(OutboxSession.Row row, KafkaException failure) {
        failures.increment();
        boolean fault = Obstacles.isOfTheRow(failure);
        var now = clock.instant();
        int times = fault ? obstacles.aggregate(row, now) : obstacles.topic(row, now);
        if (Integer.bitCount(times) == 1) {
            LOG.warnf(
                    "Event %s of %s cannot be sent to %s (failure %d), %s waits: %s",
                    row.envelope().id(),
                    row.aggregate(),
                    row.topic(),
                    times,
                    fault ? "its aggregate" : "the topic",
                    failure);
        }
        return !fault
                && !(failure instanceof TimeoutException
                        || failure instanceof TopicAuthorizationException
                        || failure instanceof InvalidTopicException);
    }

    private void closeProducer() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    /** Ends after the present batch if Kafka answers within two seconds; what is unsent stays in the outbox. */
    @Override
    public void close() {
        stopping = true;
        signal.release();
        try {
            if (thread.isAlive() && !thread.join(Duration.ofSeconds(2))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
