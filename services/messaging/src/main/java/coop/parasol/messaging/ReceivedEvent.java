package coop.parasol.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event as it was received, with its topic, partition and offset in Kafka. */
record ReceivedEvent(Envelope envelope, Place place, Payload payload) {

    /** The value of the Kafka record: the event's JSON, as received. */
    @SuppressWarnings("ArrayRecordComponent")
    record Payload(byte[] json) {}

    /** One aggregate on one topic; its events are handled in order. */
    record AggregateKey(String topic, String subject) {}

    static ReceivedEvent of(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new ReceivedEvent(CloudEvents.envelope(record), Place.of(record), new Payload(value));
    }

    String topic() {
        return place.partition().topic();
    }

    int partition() {
        return place.partition().partition();
    }

    long offset() {
        return place.offset();
    }

    AggregateKey key() {
        return new AggregateKey(topic(), envelope.subject());
    }
}
