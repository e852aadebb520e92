package coop.parasol.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from their first record on, up to given ends. Not thread-safe. */
final class TopicReading {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final Predicate<String> wantsType;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private long records;

    /** The topics do not have all records up to where they are to be read, so nothing can be made of them. */
    static final class RecordsMissingException extends RuntimeException {
        RecordsMissingException(String message) {
            super(message);
        }
    }

    /**
     * @param topics that exist
     * @param wantsType whether events of a CloudEvents type are wanted
     * @throws RecordsMissingException if a topic does not begin with its first record
     */
    TopicReading(Consumer<String, byte[]> consumer, Set<String> topics, Predicate<String> wantsType) {
        this.consumer = consumer;
        this.wantsType = wantsType;
        for (String topic : topics) {
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                next.put(new TopicPartition(topic, partition.partition()), 0L);
            }
        }
        consumer.assign(next.keySet());
        consumer.seekToBeginning(next.keySet());
        consumer.beginningOffsets(next.keySet()).forEach((partition, start) -> {
            if (start > 0) {
                throw new RecordsMissingException(partition + " has no records before offset " + start);
            }
        });
    }

    Set<TopicPartition> partitions() {
        return Set.copyOf(next.keySet());
    }

    /** How many records are read. */
    long records() {
        return records;
    }

    /** The offset of the next record of each partition. */
    Map<TopicPartition, Long> positions() {
        return Map.copyOf(next);
    }

    /** Whether all that lies before these ends is read. */
    boolean isAt(Map<TopicPartition, Long> ends) {
        return next.entrySet().stream().allMatch(position -> position.getValue() >= end(ends, position.getKey()));
    }

    /** Whether something that lies behind these ends is read: a position was set back. */
    boolean isBeyond(Map<TopicPartition, Long> ends) {
        return next.entrySet().stream().anyMatch(position -> position.getValue() > end(ends, position.getKey()));
    }

    private long position(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /**
     * The wanted events of the next records, none of which lies at one of the ends or behind it.
     *
     * @param maxRecords about how many
     * @throws RecordsMissingException if a topic ends before
     */
    List<ReceivedEvent> read(Map<TopicPartition, Long> ends, int maxRecords) {
        List<ReceivedEvent> events = new ArrayList<>();
        long until = records + maxRecords;
        while (records < until && !isAt(ends)) {
            List<TopicPartition> ended = next.keySet().stream()
                    .filter(partition -> position(partition) >= end(ends, partition))
                    .toList();
            consumer.resume(next.keySet());
            consumer.pause(ended);
            long recordsBefore = records;
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                take(record, ends, events);
            }
            if (records == recordsBefore) {
                skipWhatIsNoRecord(ends);
            }
        }
        return events;
    }

    private void take(
            ConsumerRecord<String, byte[]> record, Map<TopicPartition, Long> ends, Collection<ReceivedEvent> events) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        long end = end(ends, partition);
        if (record.offset() >= end) {
            if (position(partition) < end) {
                next.put(partition, end);
            }
            consumer.seek(partition, end);
            return;
        }
        next.put(partition, record.offset() + 1);
        records++;
        if (wantsType.test(CloudEvents.type(record))) {
            events.add(ReceivedEvent.of(record));
        }
    }

    /** Offsets without a record, if the consumer has passed them; a log that ends before is one that has lost records. */
    private void skipWhatIsNoRecord(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> logEnds = consumer.endOffsets(next.keySet());
        for (TopicPartition partition : partitions()) {
            long end = end(ends, partition);
            if (position(partition) < end) {
                if (logEnds.getOrDefault(partition, 0L) < end) {
                    throw new RecordsMissingException(
                            partition + " ends at offset " + logEnds.get(partition) + ", consumed up to " + end);
                }
                next.put(partition, Math.min(end, Math.max(position(partition), consumer.position(partition))));
            }
        }
    }
}
