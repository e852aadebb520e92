package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event of an unknown type, from a newer release or a foreign writer, is skipped and counted. */
class UnknownTypeTest {

    private final Fixture fixture = new Fixture("unknown_type");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void an_unknown_type_is_skipped_and_counted() {
        Consumption consumption = new Consumption(fixture, 2);
        String topic = fixture.kafka.prefix() + "membership.members";
        Envelope newer = new Envelope(
                Ids.next(), "coop.parasol.membership.MemberCloned.v7", "a", 1, Instant.EPOCH, Fixture.CAUSE);
        try (KafkaProducer<String, byte[]> producer = MessagingConfiguration.producer(TestKafka.access())) {
            var _ = producer.send(CloudEvents.record(topic, "membership", newer, null, "{}"));
            var _ = producer.send(new ProducerRecord<>(topic, "no envelope", new byte[] {0, (byte) 0xff}));
            var _ = producer.send(new ProducerRecord<>(topic, null, null));
            producer.flush();
        }
        fixture.relay.start();
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        // known, but nothing this service does anything about
        fixture.append(new ExitWithdrawn(UUID.randomUUID(), UUID.randomUUID()));
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
        consumption.run(5);
        assertThat(fixture.count("parasol.events.unknown")).isEqualTo(3);
        assertThat(fixture.count("parasol.events.handled")).isEqualTo(1);
        assertThat(consumption.seen()).containsExactly(1L);
        assertThat(fixture.database.number("select count(*) from inbox")).isEqualTo(1);
        assertThat(consumption.deadLetters.list(null, 50).items()).isEmpty();
    }
}
