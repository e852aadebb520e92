package coop.parasol.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a record lies in Kafka.
 *
 * @param epoch leader epoch in which it was written; -1 if the broker does not say
 */
record Place(TopicPartition partition, long offset, int epoch) {

    static Place of(ConsumerRecord<?, ?> record) {
        return new Place(
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                record.leaderEpoch().orElse(-1));
    }
}
