package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay that dies after sending and before deleting sends again; the event is the same, and has its effect once. */
class CrashTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Fixture fixture = new Fixture("crash");

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Dies, for the database, when the first event has arrived in Kafka. */
    private final class DyingProducer extends KafkaProducer<String, byte[]> {
        private final AtomicBoolean dead = new AtomicBoolean();

        DyingProducer() {
            super(TestKafka.access(), new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            Future<RecordMetadata> sent = super.send(record);
            if (dead.compareAndSet(false, true)) {
                flush();
                fixture.database.terminateRelaySession();
            }
            return sent;
        }
    }

    @Test
    void after_a_crash_between_send_and_delete_the_inbox_skips_the_duplicate() {
        UUID member = UUID.randomUUID();
        fixture.append(Fixture.event(member, 1));
        String decided = Long.toString(
                fixture.database.number("select count(*) from outbox where aggregateid = '" + member + "'"));
        assertThat(decided).isEqualTo("1");
        Producer<String, byte[]> dying = new DyingProducer();
        Relay relay = fixture.relay(fixture.database.dataSource(), () -> dying);
        relay.start();
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        List<ConsumerRecord<String, byte[]>> sent = fixture.kafka.all();
        assertThat(sent).hasSize(2);

        Consumption consumption = new Consumption(fixture, 3);
        consumption.run(2);
        assertThat(consumption.seen()).containsExactly(1L);
        assertThat(fixture.count("parasol.events.handled")).isEqualTo(1);
        assertThat(fixture.count("parasol.events.duplicates")).isEqualTo(1);
    }

    @Test
    void the_event_id_is_fixed_when_the_event_is_decided() {
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        fixture.database.execute("create table decided as select id, time from outbox");
        Producer<String, byte[]> dying = new DyingProducer();
        fixture.relay(fixture.database.dataSource(), () -> dying).start();
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        Set<Envelope> envelopes =
                fixture.kafka.all().stream().map(CloudEvents::envelope).collect(Collectors.toSet());
        assertThat(envelopes).hasSize(1);
        Envelope only = envelopes.iterator().next();
        assertThat(fixture.database.number(
                        "select count(*) from decided where id = '" + only.id() + "' and time = '" + only.time() + "'"))
                .isEqualTo(1);
    }
}
