package coop.parasol.messaging;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Makes the Kafka clients of the relay; each belongs to the caller. */
interface KafkaClients {

    Producer<String, byte[]> producer();

    Admin admin();

    /** A consumer outside of any group, for reading the service's own topics. */
    Consumer<String, byte[]> reader();
}
