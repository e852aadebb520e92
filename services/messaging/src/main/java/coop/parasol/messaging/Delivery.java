package coop.parasol.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event that has come in, and where in Kafka it stands. */
record Delivery(Envelope envelope, String topic, int partition, long offset, Content content) {

    /** The event as received. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] json) {}

    /** Events of one aggregate on one topic, which are handled in order. */
    record Key(String topic, String subject) {}

    static Delivery of(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new Delivery(
                CloudEvents.envelope(record), record.topic(), record.partition(), record.offset(), new Content(value));
    }

    Key key() {
        return new Key(topic, envelope.subject());
    }
}
