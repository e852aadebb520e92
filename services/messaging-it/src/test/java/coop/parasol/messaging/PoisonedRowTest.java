package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that Kafka does not take blocks its own aggregate and nothing else. */
class PoisonedRowTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TOO_LARGE = 9 * 1024 * 1024;

    private final Fixture fixture = new Fixture("poisoned_row");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_row_that_is_too_large_blocks_only_its_aggregate() {
        UUID poisoned = UUID.randomUUID();
        fixture.append(Fixture.event(poisoned, 1));
        fixture.append(new ApplicationRefused(poisoned, "x".repeat(TOO_LARGE)));
        // more than one batch of its followers must not fill the relay's view
        for (long number = 0; number < 600; number++) {
            fixture.append(Fixture.event(poisoned, 1000 + number));
        }
        fixture.append(Fixture.event(UUID.randomUUID(), 2));
        fixture.relay.start();
        fixture.append(Fixture.event(UUID.randomUUID(), 3));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 601);
        assertThat(numbers()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(fixture.relay.lowWaterMark()).isLessThan(2);

        fixture.database.execute("delete from outbox where length(payload) > " + TOO_LARGE / 2);
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(fixture.kafka.all().stream()
                        .filter(record -> record.key().equals(poisoned.toString()))
                        .map(record -> Fixture.number(record.value())))
                .hasSize(601)
                .isSorted();
    }

    @Test
    void a_large_row_that_fits_goes_in_order() {
        UUID member = UUID.randomUUID();
        fixture.append(Fixture.event(member, 1));
        fixture.append(new ApplicationRefused(member, "9".repeat(18) + " ".repeat(5_000_000)));
        fixture.append(Fixture.event(member, 2));
        fixture.relay.start();
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(fixture.kafka.all())
                .extracting(record -> record.value().length > 500_000)
                .containsExactly(false, true, false);
    }

    @Test
    void a_topic_that_refuses_everything_blocks_no_other_topic() {
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        fixture.database.execute("update outbox set topic = 'not a topic name'");
        fixture.append(Fixture.event(UUID.randomUUID(), 2));
        fixture.relay.start();
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 1);
        assertThat(numbers()).containsExactly(2L);
        fixture.database.execute("update outbox set topic = 'membership.members'");
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(numbers()).containsExactlyInAnyOrder(1L, 2L);
    }

    private List<Long> numbers() {
        return fixture.kafka.all().stream()
                .map(ConsumerRecord::value)
                .map(Fixture::number)
                .toList();
    }
}
