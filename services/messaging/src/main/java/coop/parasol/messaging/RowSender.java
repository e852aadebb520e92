package coop.parasol.messaging;

import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
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

    private record Sent(OutboxSession.Row row, Future<?> acknowledgement) {}

    private final Supplier<Producer<String, byte[]>> producers;
    private final String service;
    private final String topicPrefix;
    private final SendBackoff backoff;
    private final Clock clock;
    private final Counter failures;
    private @Nullable Producer<String, byte[]> producer;

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

    /** Sends the rows; returns those that have arrived, in the same order. */
    List<OutboxSession.Row> send(List<OutboxSession.Row> rows) throws InterruptedException {
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
            close();
        }
        return arrived;
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

    /** Closes the producer at once; the next batch gets a new one. */
    @Override
    public void close() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
