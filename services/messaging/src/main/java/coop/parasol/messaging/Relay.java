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
 * The message relay of the transactional outbox: a polling publisher. It reads a batch of rows in order, sends them to Kafka,
 * waits for all acknowledgements, deletes the acknowledged rows, and begins again; a row stays until it has arrived
 * (at least once). Of all instances of a service one relays, the leader, which holds the {@link OutboxSession}; the others
 * stand by. It is woken after a commit in this process, and by a timer for the commits of other instances.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /**
     * A row with a larger payload ends its aggregate's part of the batch: the broker may refuse it for its size, which is
     * known only from its answer, and no later row of the aggregate may overtake it. Smaller rows are never refused for size,
     * so several of one aggregate are sent one behind the other.
     */
    private static final int MAX_PIPELINED_CHARACTERS = 64 * 1024;

    /*
     * Under load (batches of at least so many rows, at least so many rows per second) the next batch is read a little later:
     * a batch of few rows costs nearly as much as one of many, and takes it from the decisions on the same machine.
     */
    private static final int MIN_ROWS_TO_DELAY = 16;
    private static final double MIN_ROWS_PER_SECOND_TO_DELAY = 1_500;
    private static final Duration DELAY_UNDER_LOAD = Duration.ofMillis(10);

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * @param service whose outbox it is; the CloudEvents source of its events
     * @param topicPrefix put before every topic's name
     * @param batchSize how many rows are read at once
     * @param pollInterval how long an empty outbox is left alone unless a commit signals
     * @param standbyInterval how often an instance that is not the leader tries to become it
     * @param retryFirst pause after the first failure, doubled up to {@code retryMax}
     */
    record Settings(
            String service,
            String topicPrefix,
            int batchSize,
            Duration pollInterval,
            Duration standbyInterval,
            Duration retryFirst,
            Duration retryMax) {}

    private record Sent(OutboxSession.Row row, Future<?> acknowledgement) {}

    private final DataSource database;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Settings settings;
    private final Clock clock;
    private final Counter relayed;
    private final Counter failures;
    private final SendBackoff backoff;
    private final Semaphore commitSignal = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::run);
    private volatile boolean stopping;
    private volatile @Nullable OutboxSession session;
    private @Nullable Producer<String, byte[]> producer;
    /** When the last batch was begun, {@link System#nanoTime}. */
    private long lastBatchBegun;

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
        this.backoff = new SendBackoff(settings.retryFirst(), settings.retryMax());
        this.relayed = metrics.counter("parasol.relay.sent");
        this.failures = metrics.counter("parasol.relay.failures");
    }

    void start() {
        thread.start();
    }

    /** Signals that a transaction with events has committed. */
    void wake() {
        if (commitSignal.availablePermits() == 0) {
            commitSignal.release();
        }
    }

    /** Whether this instance is the one that relays: it holds the database lock. */
    boolean isLeader() {
        return session != null;
    }

    /** See {@link OutboxSession#lowWaterMark}; 0 while another instance relays. */
    long lowWaterMark() {
        OutboxSession present = session;
        return present == null ? 0 : present.lowWaterMark();
    }

    private void run() {
        int failed = 0;
        while (!stopping) {
            try (OutboxSession opened = OutboxSession.open(database)) {
                failed = 0;
                if (opened == null) {
                    awaitCommit(settings.standbyInterval());
                    continue;
                }
                session = opened;
                LOG.infof("Relaying the outbox of %s", settings.service());
                relayUntilStopped(opened);
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

    private void relayUntilStopped(OutboxSession open) throws SQLException, InterruptedException {
        while (!stopping) {
            commitSignal.drainPermits();
            long begun = System.nanoTime();
            int sent = relayBatch(open);
            if (sent == 0) {
                awaitCommit(settings.pollInterval());
            } else if (isUnderLoad(sent, (begun - lastBatchBegun) / NANOS_PER_SECOND)) {
                Thread.sleep(DELAY_UNDER_LOAD);
            }
            lastBatchBegun = begun;
        }
    }

    private boolean isUnderLoad(int sent, double seconds) {
        return sent >= MIN_ROWS_TO_DELAY
                && sent < settings.batchSize()
                && sent >= MIN_ROWS_PER_SECOND_TO_DELAY * seconds;
    }

    private void awaitCommit(Duration max) throws InterruptedException {
        commitSignal.tryAcquire(max.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void awaitRetry(int failed) {
        try {
            Thread.sleep(Backoff.pause(failed, settings.retryFirst(), settings.retryMax()));
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Reads, sends and deletes one batch; returns how many rows were sent. */
    private int relayBatch(OutboxSession open) throws SQLException, InterruptedException {
        var now = clock.instant();
        List<OutboxSession.Row> rows = open.readBatch(
                backoff.firstSuspendedSeq(now),
                backoff.suspendedAggregates(now),
                backoff.suspendedTopics(now),
                settings.batchSize());
        if (rows.isEmpty()) {
            return 0;
        }
        boolean renewProducer = false;
        List<OutboxSession.Row> arrived = new ArrayList<>(rows.size());
        for (Sent sent : sendAndFlush(rows)) {
            KafkaException failure = failure(sent.acknowledgement());
            if (failure == null) {
                backoff.reset(sent.row());
                arrived.add(sent.row());
            } else {
                renewProducer |= suspend(sent.row(), failure);
            }
        }
        if (renewProducer) {
            closeProducer();
        }
        open.deleteSent(arrived);
        relayed.increment(arrived.size());
        return arrived.size();
    }

    /** Sends the rows that no failed or large row of the batch holds back, and waits until each has arrived or failed. */
    private List<Sent> sendAndFlush(List<OutboxSession.Row> rows) throws InterruptedException {
        Producer<String, byte[]> open = producer == null ? producers.get() : producer;
        producer = open;
        Set<String> heldAggregates = new HashSet<>();
        Set<String> failedTopics = new HashSet<>();
        List<Sent> sent = new ArrayList<>(rows.size());
        for (OutboxSession.Row row : rows) {
            if (heldAggregates.contains(row.aggregate()) || failedTopics.contains(row.topic())) {
                continue;
            }
            Future<?> acknowledgement = open.send(CloudEvents.record(
                    settings.topicPrefix() + row.topic(),
                    settings.service(),
                    row.envelope(),
                    row.traceparent(),
                    row.payload()));
            sent.add(new Sent(row, acknowledgement));
            boolean isLarge = row.payload().length() > MAX_PIPELINED_CHARACTERS;
            KafkaException immediateFailure = acknowledgement.isDone() ? failure(acknowledgement) : null;
            if (isLarge || immediateFailure != null) {
                heldAggregates.add(row.aggregate());
            }
            if (immediateFailure != null && !SendBackoff.isCausedByRow(immediateFailure)) {
                failedTopics.add(row.topic());
            }
        }
        open.flush();
        return sent;
    }

    /** Why a record did not arrive, null if it did; it is decided, for the producer was flushed (see MessagingConfiguration). */
    private static @Nullable KafkaException failure(Future<?> acknowledgement) throws InterruptedException {
        try {
            acknowledgement.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    /** Suspends the row's aggregate or topic after a failure; returns whether the producer itself may be broken. */
    private boolean suspend(OutboxSession.Row row, KafkaException failure) {
        failures.increment();
        boolean isCausedByRow = SendBackoff.isCausedByRow(failure);
        var now = clock.instant();
        int times = isCausedByRow ? backoff.suspendAggregate(row, now) : backoff.suspendTopic(row, now);
        if (Integer.bitCount(times) == 1) {
            LOG.warnf(
                    "Event %s of %s cannot be sent to %s (failure %d), %s waits: %s",
                    row.envelope().id(),
                    row.aggregate(),
                    row.topic(),
                    times,
                    isCausedByRow ? "its aggregate" : "the topic",
                    failure);
        }
        return !isCausedByRow
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
        commitSignal.release();
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
