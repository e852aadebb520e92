package coop.parasol.membership;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.CloudEvents;
import coop.parasol.messaging.Dispatcher;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** What Kafka hands to the service: batches of records, some of them twice, and all of them again when asked from offset 0. */
@ApplicationScoped
public class Redelivery {

    private static final int BATCH = 500;

    private final Dispatcher dispatcher;
    private final List<Told> told = new ArrayList<>();
    /** Never used twice: the service skips what lies below its position in a topic. */
    private long nextOffset;

    Redelivery(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** An event with what Kafka keeps of it. */
    public record Told(Event event, ConsumerRecord<String, byte[]> record) {}

    /** In any order, some of them twice, and with them some of what was told before. */
    public void tell(Random random, Event... events) {
        List<Told> batch = new ArrayList<>();
        for (Event event : events) {
            batch.add(new Told(event, record(event, nextOffset++)));
        }
        told.addAll(batch);
        List<Told> delivered = new ArrayList<>(batch);
        delivered.add(told.get(random.nextInt(told.size())));
        delivered.add(batch.get(random.nextInt(batch.size())));
        Collections.shuffle(delivered, random);
        deliver(delivered);
    }

    /** Everything that was told since {@link #forget}, in the order of the topics. */
    public void fromZero() {
        for (int from = 0; from < told.size(); from += BATCH) {
            deliver(told.subList(from, Math.min(told.size(), from + BATCH)));
        }
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    public void forget() {
        told.clear();
    }

    private void deliver(List<Told> batch) {
        TopicPartition any = new TopicPartition("any", 0);
        dispatcher.dispatch(new ConsumerRecords<>(
                Map.of(any, batch.stream().map(Told::record).toList()), Map.of()));
    }

    private static ConsumerRecord<String, byte[]> record(Event event, long offset) {
        Envelope envelope = new Envelope(
                Ids.next(),
                EventTypes.name(event.getClass()),
                event.subject(),
                offset,
                Instant.now(),
                Cause.of("another-service"));
        ProducerRecord<String, byte[]> sent = CloudEvents.record(
                EventTypes.topic(event.getClass()),
                EventTypes.service(event.getClass()),
                envelope,
                null,
                CloudEvents.json(event));
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
