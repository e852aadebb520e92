package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of two instances of a service one relays; when it dies, the other does. */
class TwoInstancesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Fixture fixture = new Fixture("two_instances");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void one_of_two_instances_relays_and_nothing_is_sent_twice() {
        Relay other = fixture.relay();
        fixture.relay.start();
        other.start();
        await().atMost(PATIENCE).until(() -> fixture.relay.isLeader() || other.isLeader());
        for (long number = 0; number < 200; number++) {
            fixture.append(Fixture.event(UUID.randomUUID(), number));
            other.wake();
            assertThat(fixture.relay.isLeader() && other.isLeader()).isFalse();
        }
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(numbers())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void the_other_takes_over_when_the_first_dies() {
        fixture.relay.start();
        await().atMost(PATIENCE).until(fixture.relay::isLeader);
        Relay other = fixture.relay();
        other.start();
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(other.isLeader()).isFalse();
        fixture.relay.close();
        assertThat(fixture.relay.isLeader()).isFalse();
        await().atMost(PATIENCE).until(other::isLeader);
        fixture.append(Fixture.event(UUID.randomUUID(), 2));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(numbers()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_lost_session_is_replaced_and_nothing_is_lost() {
        fixture.relay.start();
        for (long number = 0; number < 300; number++) {
            fixture.append(Fixture.event(UUID.randomUUID(), number));
            if (number % 50 == 25) {
                await().atMost(PATIENCE).until(fixture.relay::isLeader);
                fixture.database.terminateRelaySession();
            }
        }
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(numbers()).containsAll(LongStream.range(0, 300).boxed().toList());
    }

    private List<Long> numbers() {
        return fixture.kafka.all().stream()
                .map(record -> Fixture.number(record.value()))
                .toList();
    }
}
