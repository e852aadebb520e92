package coop.parasol.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Aggregates and topics whose events cannot be sent at the moment, and when each is tried again. */
final class Obstacles {

    private record Obstacle(long firstSeq, int failures, Instant until) {}

    private final Duration first;
    private final Duration most;
    private final Map<String, Obstacle> aggregates = new HashMap<>();
    private final Map<String, Obstacle> topics = new HashMap<>();

    /** @param first pause after the first failure; doubled from then on, up to {@code most} */
    Obstacles(Duration first, Duration most) {
        this.first = first;
        this.most = most;
    }

    /** This row itself cannot be sent; those of its aggregate must not overtake it. Returns the failures in a row. */
    int aggregate(OutboxSession.Row row, Instant now) {
        return add(aggregates, row.aggregate(), row.seq(), now);
    }

    /** Nothing can be sent to the topic. Returns the failures in a row. */
    int topic(OutboxSession.Row row, Instant now) {
        return add(topics, row.topic(), row.seq(), now);
    }

    private int add(Map<String, Obstacle> map, String key, long seq, Instant now) {
        Obstacle before = map.get(key);
        if (before != null && before.until().isAfter(now)) {
            map.put(key, new Obstacle(Math.min(before.firstSeq(), seq), before.failures(), before.until()));
            return before.failures();
        }
        int failures = before == null ? 1 : before.failures() + 1;
        map.put(key, new Obstacle(seq, failures, now.plus(Backoff.pause(failures, first, most))));
        return failures;
    }

    /** A row was sent: nothing is in the way of its like. */
    void passed(OutboxSession.Row row) {
        aggregates.remove(row.aggregate());
        topics.remove(row.topic());
    }

    Set<String> aggregates(Instant now) {
        return waiting(aggregates, now);
    }

    Set<String> topics(Instant now) {
        return waiting(topics, now);
    }

    /** The first seq that is left out because of them. */
    long floor(Instant now) {
        return Stream.concat(aggregates.values().stream(), topics.values().stream())
                .filter(obstacle -> obstacle.until().isAfter(now))
                .mapToLong(Obstacle::firstSeq)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Set<String> waiting(Map<String, Obstacle> map, Instant now) {
        return map.entrySet().stream()
                .filter(entry -> entry.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether Kafka would refuse this row whenever it is sent, and takes others. */
    static boolean isOfTheRow(KafkaException failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof SerializationException;
    }
}
