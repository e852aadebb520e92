package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance that is cut off from Kafka alone, and not from its database, lets another one relay. */
class SilentBrokerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Safety target: an instance that is cut off gives its locks up in this time. */
    private static final Duration MAX_UNTIL_ANOTHER_RELAYS = Duration.ofSeconds(30);

    private final CuttableProxy broker = CuttableProxy.kafka();
    private final Fixture fixture = new Fixture("silent_broker", broker.address());

    @AfterEach
    void close() throws IOException {
        fixture.close();
        broker.close();
    }

    @Test
    void a_leader_that_hears_nothing_of_kafka_gives_up_its_lock_within_thirty_seconds() {
        fixture.relay.start();
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        Relay other = fixture.relay();
        other.start();
        broker.silence();
        fixture.append(Fixture.event(UUID.randomUUID(), 2));
        await().atMost(MAX_UNTIL_ANOTHER_RELAYS).until(other::isLeader);
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(fixture.relay.isLeader()).isFalse();
        assertThat(fixture.kafka.all())
                .extracting(record -> Fixture.number(record.value()))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_leader_with_nothing_to_send_gives_up_its_lock_as_well() {
        fixture.relay.start();
        await().atMost(PATIENCE).until(fixture.relay::isLeader);
        Relay other = fixture.relay();
        other.start();
        broker.silence();
        await().atMost(MAX_UNTIL_ANOTHER_RELAYS).until(other::isLeader);
    }
}
