package coop.parasol.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Which aggregates and topics the relay leaves out after a failure, and until when. An aggregate is suspended when Kafka
 * refuses one of its rows, so that its later rows do not overtake that one; a topic when nothing can be sent to it. Each
 * further failure in a row doubles the pause. Kept in the memory of the instance that relays; not thread-safe.
 */
final class SendBackoff {

    private record Suspension(int failures, Instant until) {}

    private final Duration firstPause;
    private final Duration maxPause;
    private final Map<String, Suspension> aggregates = new HashMap<>();
    private final Map<String, Suspension> topics = new HashMap<>();

    /** @param firstPause after the first failure; doubled from then on, up to {@code maxPause} */
    SendBackoff(Duration firstPause, Duration maxPause) {
        this.firstPause = firstPause;
        this.maxPause = maxPause;
    }

    /** Suspends the row's aggregate. Returns its failures in a row. */
    int suspendAggregate(OutboxSession.Row row, Instant now) {
        return suspend(aggregates, row.aggregate(), now);
    }

    /** Suspends the row's topic. Returns its failures in a row. */
    int suspendTopic(OutboxSession.Row row, Instant now) {
        return suspend(topics, row.topic(), now);
    }

    private int suspend(Map<String, Suspension> suspensions, String key, Instant now) {
        Suspension before = suspensions.get(key);
        if (before != null && before.until().isAfter(now)) {
            return before.failures();
        }
        int failures = before == null ? 1 : before.failures() + 1;
        suspensions.put(key, new Suspension(failures, now.plus(Backoff.pause(failures, firstPause, maxPause))));
        return failures;
    }

    /** The row was sent: its aggregate and its topic start again from no failure. */
    void reset(OutboxSession.Row row) {
        aggregates.remove(row.aggregate());
        topics.remove(row.topic());
    }

    Set<String> suspendedAggregates(Instant now) {
        return suspended(aggregates, now);
    }

    Set<String> suspendedTopics(Instant now) {
        return suspended(topics, now);
    }

    private static Set<String> suspended(Map<String, Suspension> suspensions, Instant now) {
        return suspensions.entrySet().stream()
                .filter(entry -> entry.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether Kafka refuses this one row, whenever it is sent, and takes others. */
    static boolean isCausedByRow(KafkaException failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof SerializationException;
    }
}
