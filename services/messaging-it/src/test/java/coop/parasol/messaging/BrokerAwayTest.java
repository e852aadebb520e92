package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deciding goes on while the broker is away; afterCommit every event arrives, in order, and none is lost. */
class BrokerAwayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CuttableProxy broker = CuttableProxy.kafka();
    private final Fixture fixture = new Fixture("broker_away", broker.address());

    @AfterEach
    void close() throws IOException {
        fixture.close();
        broker.close();
    }

    @Test
    void all_arrive_after_the_broker_was_away_for_a_while() {
        UUID member = UUID.randomUUID();
        fixture.relay.start();
        fixture.append(Fixture.event(member, 0));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        for (long number = 1; number < 300; number++) {
            if (number % 100 == 50) {
                broker.cut();
            }
            fixture.append(Fixture.event(member, number));
            if (number % 100 == 99) {
                assertThat(fixture.unsent()).isGreaterThanOrEqualTo(49);
                broker.restore();
            }
        }
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(numbers().distinct().boxed().toList()).isEqualTo(expected(300));
    }

    @Test
    void all_arrive_when_the_broker_was_away_at_the_start() {
        UUID member = UUID.randomUUID();
        broker.cut();
        fixture.relay.start();
        for (long number = 0; number < 50; number++) {
            fixture.append(Fixture.event(member, number));
        }
        await().atMost(PATIENCE).until(() -> fixture.count("parasol.relay.failures") > 0);
        assertThat(fixture.unsent()).isEqualTo(50);
        broker.restore();
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        assertThat(numbers().boxed().toList()).isEqualTo(expected(50));
    }

    private LongStream numbers() {
        return fixture.kafka.all().stream().mapToLong(record -> Fixture.number(record.value()));
    }

    private static List<Long> expected(long count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
