package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that fails is tried again, then parked and reported, and handled by a replay; it blocks only its own key. */
class FailingConsumerTest {

    private static final int ATTEMPTS = 3;

    private final Fixture fixture = new Fixture("failing_consumer");
    private final Consumption consumption = new Consumption(fixture, ATTEMPTS);
    private final UUID poisoned = new UUID(1, 1);
    private final UUID healthy = new UUID(1, 2);

    @BeforeEach
    void start() {
        fixture.relay.start();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void sendAll() {
        fixture.append(Fixture.event(poisoned, 1));
        fixture.append(Fixture.event(poisoned, 2));
        fixture.append(Fixture.event(healthy, 3));
        fixture.append(Fixture.event(poisoned, 4));
        fixture.append(Fixture.event(healthy, 5));
        awaitSent();
    }

    private void awaitSent() {
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
    }

    @Test
    void a_transient_failure_is_retried_and_nothing_is_parked() {
        sendAll();
        consumption.fail(2L);
        Thread repair = Thread.ofPlatform().start(() -> {
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> Collections.frequency(consumption.attempted(), 2L) >= 2);
            consumption.fail(null);
        });
        consumption.run(5);
        assertThat(repair.isAlive()).isFalse();
        assertThat(consumption.seen()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        assertThat(consumption.deadLetters.list(null, 50).items()).isEmpty();
    }

    @Test
    void after_the_last_attempt_an_event_and_those_behind_it_are_parked_and_the_others_go_on() {
        sendAll();
        consumption.fail(2L);
        consumption.run(5);
        assertThat(consumption.seen()).containsExactlyInAnyOrder(1L, 3L, 5L);
        assertThat(Collections.frequency(consumption.attempted(), 4L)).isLessThanOrEqualTo(1);
        List<DeadLetter> letters = consumption.deadLetters.list(null, 50).items();
        assertThat(letters).extracting(DeadLetter::attempts).containsExactly(ATTEMPTS, 0);
        assertThat(letters.getFirst().reason()).contains("cannot do 2");
        assertThat(letters).allSatisfy(letter -> assertThat(letter.subject()).isEqualTo(poisoned.toString()));
        assertThat(fixture.count("parasol.events.parked")).isEqualTo(2);
    }

    @Test
    void parked_events_are_reported_to_the_dead_letter_topic() {
        sendAll();
        consumption.fail(2L);
        consumption.run(5);
        awaitSent();
        List<ConsumerRecord<String, byte[]>> reports = fixture.kafka.all().stream()
                .filter(record -> record.topic().endsWith("membership.dead-letter"))
                .toList();
        assertThat(reports).hasSize(2).allSatisfy(report -> {
            assertThat(report.key()).isEqualTo(poisoned.toString());
            assertThat(CloudEvents.type(report)).isEqualTo("coop.parasol.membership.EventParked.v1");
        });
        assertThat(new String(reports.getFirst().value(), StandardCharsets.UTF_8))
                .contains("cannot do 2");
    }

    @Test
    void a_replay_after_the_repair_handles_them_in_order() {
        sendAll();
        consumption.fail(2L);
        consumption.run(5);
        UUID second = consumption.deadLetters.list(null, 50).items().getLast().id();

        DeadLetterResource.ReplayResult tooEarly = consumption.deadLetters.replay(second);
        assertThat(tooEarly.replayed()).isZero();
        assertThat(tooEarly.failure()).contains("cannot do 2");
        assertThat(consumption.deadLetters.list(null, 50).items().getFirst().attempts())
                .isEqualTo(ATTEMPTS + 1);

        consumption.fail(null);
        assertThat(consumption.deadLetters.replay(second)).isEqualTo(new DeadLetterResource.ReplayResult(2, null));
        assertThat(consumption.seen()).endsWith(2L, 4L).hasSize(5);
        assertThat(consumption.deadLetters.list(null, 50).items()).isEmpty();

        fixture.append(Fixture.event(poisoned, 6));
        awaitSent();
        int reports = 2;
        consumption.run(6 + reports);
        assertThat(consumption.seen()).endsWith(6L).hasSize(6);
    }

    @Test
    void an_event_that_was_handled_by_a_replay_is_not_handled_again_when_delivered_again() {
        sendAll();
        consumption.fail(2L);
        consumption.run(5);
        consumption.fail(null);
        consumption.deadLetters.replay(
                consumption.deadLetters.list(null, 50).items().getFirst().id());
        consumption.run(5);
        assertThat(consumption.seen()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_known_type_that_cannot_be_read_is_parked_at_once() {
        Envelope envelope = new Envelope(
                Ids.next(),
                "coop.parasol.membership.ApplicationRefused.v1",
                poisoned.toString(),
                1,
                java.time.Instant.EPOCH,
                Fixture.CAUSE);
        try (KafkaProducer<String, byte[]> producer = MessagingConfiguration.producer(TestKafka.access())) {
            ProducerRecord<String, byte[]> broken = CloudEvents.record(
                    fixture.kafka.prefix() + "membership.members", "membership", envelope, null, "{\"memberId\":");
            var _ = producer.send(broken);
            producer.flush();
        }
        consumption.run(1);
        List<DeadLetter> letters = consumption.deadLetters.list(null, 50).items();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().attempts()).isEqualTo(1);
        assertThat(consumption.deadLetters.get(envelope.id()).content()).isEqualTo("{\"memberId\":");
    }

    @Test
    void dead_letters_are_listed_page_by_page() {
        sendAll();
        consumption.fail(1L);
        consumption.run(5);
        DeadLetterResource.DeadLetters first = consumption.deadLetters.list(null, 2);
        assertThat(first.items()).hasSize(2);
        DeadLetterResource.DeadLetters second = consumption.deadLetters.list(first.next(), 2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> consumption.deadLetters.list("x", 2)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> consumption.deadLetters.list(null, 0)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> consumption.deadLetters.get(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
    }
}
