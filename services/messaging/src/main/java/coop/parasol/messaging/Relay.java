package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The message relay of the transactional outbox: a polling publisher. It reads a batch of rows in order, sends them to Kafka,
 * waits for all acknowledgements, and begins again; the acknowledged rows are moved to the {@link SentEvents} beside that. A row
 * stays until it has arrived (at least once), and comes back if Kafka loses it ({@link LossCheck}). Of all instances of a service
 * one relays, the leader, which holds the {@link OutboxSession}; the others stand by. It is woken after a commit in this process, and by a timer for the commits of other instances.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /*
     * Under load (batches of at least so many rows, at least so many rows per second) the next batch is read a little later:
     * a batch of few rows costs nearly as much as one of many, and takes it from the decisions on the same machine.
     */
    private static final int MIN_ROWS_TO_DELAY = 6;
    private static final double MIN_ROWS_PER_SECOND_TO_DELAY = 200;
    private static final Duration DELAY_UNDER_LOAD = Duration.ofMillis(12);

    /** An outbox that has been empty for some time is left alone up to so many times as long. */
    private static final int MAX_IDLE_FACTOR = 4;

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * @param service whose outbox it is; the CloudEvents source of its events
     * @param topicPrefix put before every topic's name
     * @param batchSize how many rows are read at once
     * @param pollInterval how long an empty outbox is left alone unless a commit signals; longer where it stays empty
     * @param standbyInterval how often an instance that is not the leader tries to become it
     * @param retryFirst pause after the first failure, doubled up to {@code retryMax}
     * @param leaderPatience so long without an answer of Kafka, and another instance may try
     */
    record Settings(
            String service,
            String topicPrefix,
            int batchSize,
            Duration pollInterval,
            Duration standbyInterval,
            Duration retryFirst,
            Duration retryMax,
            Duration leaderPatience) {}

    private final DataSource database;
    private final Settings settings;
    private final Clock clock;
    private final Counter relayed;
    private final SendBackoff backoff;
    private final RowSender sender;
    private final LossCheck losses;
    private final Counter failures;
    private final CountDownLatch firstAttempt = new CountDownLatch(1);
    private final Semaphore commitSignal = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::run);
    private volatile boolean stopping;
    private volatile @Nullable OutboxSession session;
    /** When the last batch was begun, {@link System#nanoTime}. */
    private long lastBatchBegun;

    Relay(
            DataSource database,
            KafkaClients kafka,
            Settings settings,
            Clock clock,
            MeterRegistry metrics,
            Consumer<List<Event>> restoredEvents) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.backoff = new SendBackoff(settings.retryFirst(), settings.retryMax());
        this.relayed = metrics.counter("parasol.relay.sent");
        this.failures = metrics.counter("parasol.relay.failures");
        this.sender =
                new RowSender(kafka::producer, settings.service(), settings.topicPrefix(), backoff, clock, failures);
        this.losses = new LossCheck(
                new TopicLogs(kafka::admin),
                new RestoredEvents(settings.service(), settings.topicPrefix(), kafka, clock, restoredEvents),
                settings.topicPrefix(),
                metrics.counter("parasol.relay.resent"));
    }

    void start() {
        thread.start();
    }

    /** Waits until this instance has looked at Kafka, has failed to, or knows that another instance relays. */
    void awaitFirstAttempt(Duration max) throws InterruptedException {
        if (!firstAttempt.await(max.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.warn("Kafka has not answered yet; whether this database was restored is looked at later");
        }
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
                    firstAttempt.countDown();
                    awaitCommit(settings.standbyInterval());
                    continue;
                }
                session = opened;
                LOG.infof("Relaying the outbox of %s", settings.service());
                relayUntilStopped(opened);
            } catch (InterruptedException | InterruptException e) {
                break;
            } catch (SQLException | RuntimeException | Error e) {
                // an Error too, such as no memory for a large batch: nobody else relays
                firstAttempt.countDown();
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
        sender.close();
        losses.close();
    }

    private void relayUntilStopped(OutboxSession open) throws SQLException, InterruptedException {
        losses.begin();
        long lastAnswer = System.nanoTime();
        int failedLooks = 0;
        int idlePolls = 0;
        while (!stopping) {
            commitSignal.drainPermits();
            long begun = System.nanoTime();
            try {
                if (sender.hasLostConnection() || losses.isDue()) {
                    losses.look(open);
                    firstAttempt.countDown();
                }
                lastAnswer = begun;
                failedLooks = 0;
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                firstAttempt.countDown();
                failures.increment();
                if (System.nanoTime() - lastAnswer > settings.leaderPatience().toNanos()) {
                    giveOthersATurn(open, e);
                    return;
                }
                failedLooks++;
                Thread.sleep(Backoff.pause(failedLooks, settings.retryFirst(), settings.retryMax()));
                continue;
            }
            Batch batch = relayBatch(open);
            if (batch.arrived() == 0) {
                open.moveIfDue();
            } else if (isUnderLoad(batch.arrived(), (begun - lastBatchBegun) / NANOS_PER_SECOND)) {
                Thread.sleep(DELAY_UNDER_LOAD);
            }
            idlePolls = batch.arrived() == 0 ? idlePolls + 1 : 0;
            if (batch.arrived() == 0 || batch.leftNothing()) {
                awaitCommit(open.untilMove(pollInterval(idlePolls)));
            }
            lastBatchBegun = begun;
        }
        open.moveArrived();
    }

    /** Gives up the lock for a while: another instance may reach Kafka. */
    private void giveOthersATurn(OutboxSession open, KafkaException failure) throws SQLException, InterruptedException {
        LOG.warnf("Kafka does not answer, another instance of %s may relay: %s", settings.service(), failure);
        session = null;
        open.moveArrived();
        open.close();
        Thread.sleep(settings.standbyInterval().multipliedBy(3));
    }

    private boolean isUnderLoad(int sent, double seconds) {
        return sent >= MIN_ROWS_TO_DELAY
                && sent < settings.batchSize()
                && sent >= MIN_ROWS_PER_SECOND_TO_DELAY * seconds;
    }

    private Duration pollInterval(int idlePolls) {
        return settings.pollInterval().multipliedBy(Math.clamp(idlePolls, 1, MAX_IDLE_FACTOR));
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

    /**
     * A batch that was sent.
     *
     * @param arrived rows of it
     * @param leftNothing whether there was no more to send when it was read: the next commit signals
     */
    private record Batch(int arrived, boolean leftNothing) {}

    /** Reads and sends one batch. */
    private Batch relayBatch(OutboxSession open) throws SQLException, InterruptedException {
        var now = clock.instant();
        List<OutboxSession.Row> rows =
                open.readBatch(backoff.suspendedAggregates(now), backoff.suspendedTopics(now), settings.batchSize());
        if (rows.isEmpty()) {
            return new Batch(0, true);
        }
        sender.begin(rows);
        open.moveIfDue(); // while Kafka works
        List<SentEvents.Arrived> arrived = sender.awaitArrival();
        int kept = losses.withoutThoseThatOvertook(open, arrived).size();
        relayed.increment(kept);
        return new Batch(kept, kept == rows.size() && OutboxSession.isAll(rows, settings.batchSize()));
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
