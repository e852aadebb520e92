package coop.parasol.messaging;

import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends a batch of outbox rows to Kafka and waits for the acknowledgements. A row that fails suspends its aggregate or its
 * topic ({@link SendBackoff}); the rows behind it are not sent, so that none overtakes it. Makes its producer when it first
 * needs one, and again when a failure may have broken it. Used by the relay's thread alone.
 */
final class RowSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RowSender.class);

    /**
     * A row with a larger payload ends its aggregate's part of the batch: the broker may refuse it for its size, which is
     * known only from its answer, and no later row of the aggregate may overtake it. Smaller rows are never refused for size,
     * so several of one aggregate are sent one behind the other.
     */
    private static final int MAX_PIPELINED_CHARACTERS = 64 * 1024;

    /** So long a batch may take to arrive, before the producer is given up. */
    private static final Duration MAX_FLUSH = Duration.ofSeconds(8);

    private static final long CONNECTION_CHECK_MILLIS = 20;

    private record Sent(OutboxSession.Row row, Future<RecordMetadata> acknowledgement) {}

    private final Supplier<Producer<String, byte[]>> producers;
    private final String service;
    private final String topicPrefix;
    private final SendBackoff backoff;
    private final Clock clock;
    private final Counter failures;
    private @Nullable Producer<String, byte[]> producer;
    /** How many connections of the producer have closed. */
    private @Nullable Metric closedConnections;

    private double closedBefore;
    private boolean lostConnection = true;
    private List<Sent> sentRows = List.of();
    private CompletableFuture<Void> flushed = CompletableFuture.completedFuture(null);

    RowSender(
            Supplier<Producer<String, byte[]>> producers,
            String service,
            String topicPrefix,
            SendBackoff backoff,
            Clock clock,
            Counter failures) {
        this.producers = producers;
        this.service = service;
        this.topicPrefix = topicPrefix;
        this.backoff = backoff;
        this.clock = clock;
        this.failures = failures;
    }

    /** Begins to send the rows that no failed or large row of the batch holds back. */
    void begin(List<OutboxSession.Row> rows) throws InterruptedException {
        Producer<String, byte[]> open = open();
        sentRows = send(open, rows);
        flushed = flush(open);
    }

    /**
     * Waits for the rows that were begun; returns those that have arrived, in the same order. When the connection is lost
     * meanwhile, the producer is given up before it connects again: the broker that answers then may have lost what it had
     * acknowledged.
     */
    List<SentEvents.Arrived> awaitArrival() throws InterruptedException {
        boolean renewProducer = false;
        boolean abandoned = !isFlushed();
        if (abandoned) {
            LOG.warnf("Kafka does not answer, %d events wait", sentRows.size());
            failures.increment();
            close();
        }
        List<SentEvents.Arrived> arrived = new ArrayList<>(sentRows.size());
        for (Sent sent : sentRows) {
            KafkaException failure = failure(sent.acknowledgement());
            if (failure == null) {
                backoff.reset(sent.row());
                RecordMetadata place = sent.acknowledgement().resultNow();
                arrived.add(new SentEvents.Arrived(sent.row(), place.partition(), place.offset()));
            } else if (!abandoned) {
                renewProducer |= suspend(sent.row(), failure);
            }
        }
        if (renewProducer) {
            close();
        }
        return arrived;
    }

    /** Whether the producer was closed or has lost a connection since this was last asked. */
    boolean hasLostConnection() {
        Metric closed = closedConnections;
        if (closed != null && closed.metricValue() instanceof Double now && now != closedBefore) {
            closedBefore = now;
            lostConnection = true;
        }
        boolean lost = lostConnection;
        lostConnection = false;
        return lost;
    }

    private Producer<String, byte[]> open() {
        Producer<String, byte[]> present = producer;
        if (present == null) {
            present = producers.get();
            producer = present;
            closedConnections = present.metrics().entrySet().stream()
                    .filter(entry -> entry.getKey().name().equals("connection-close-total")
                            && entry.getKey().group().equals("producer-metrics"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            closedBefore = 0;
            lostConnection = false;
        }
        return present;
    }

    private List<Sent> send(Producer<String, byte[]> open, List<OutboxSession.Row> rows) throws InterruptedException {
        Set<String> heldAggregates = new HashSet<>();
        Set<String> failedTopics = new HashSet<>();
        List<Sent> sent = new ArrayList<>(rows.size());
        for (OutboxSession.Row row : rows) {
            if (heldAggregates.contains(row.aggregate()) || failedTopics.contains(row.topic())) {
                continue;
            }
            Future<RecordMetadata> acknowledgement = open.send(CloudEvents.record(
                    topicPrefix + row.topic(), service, row.envelope(), row.traceparent(), row.payload()));
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
        return sent;
    }

    private static CompletableFuture<Void> flush(Producer<String, byte[]> open) {
        CompletableFuture<Void> flushed = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                open.flush();
            } finally {
                flushed.complete(null);
            }
        });
        return flushed;
    }

    /** Waits until each row has arrived or failed; false if the connection was lost or it takes too long. */
    private boolean isFlushed() throws InterruptedException {
        long deadline = System.nanoTime() + MAX_FLUSH.toNanos();
        while (true) {
            try {
                flushed.get(CONNECTION_CHECK_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (java.util.concurrent.TimeoutException e) {
                if (hasLostConnection() || System.nanoTime() > deadline) {
                    return false;
                }
            } catch (ExecutionException e) {
                throw new KafkaException(e.getCause());
            }
        }
    }

    /** Why a record did not arrive, null if it did; it is decided, for the producer was flushed or closed. */
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

    /** Closes the producer at once; the next batch gets a new one. */
    @Override
    public void close() {
        Producer<String, byte[]> open = producer;
        producer = null;
        closedConnections = null;
        lostConnection = true;
        if (open != null) {
            try {
                open.close(Duration.ZERO);
            } catch (InterruptException e) {
                // the relay is being stopped; what was on its way is in the outbox
                Thread.currentThread().interrupt();
            }
        }
    }
}
