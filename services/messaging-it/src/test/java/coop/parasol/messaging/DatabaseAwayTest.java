package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While the consumer's database is away events wait: none is lost, none is parked, however long it takes. */
class DatabaseAwayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 20;

    private final CuttableProxy server = CuttableProxy.postgres();
    private final Fixture fixture = new Fixture("database_away");

    @AfterEach
    void close() throws IOException {
        fixture.close();
        server.close();
    }

    @Test
    void no_event_is_parked_and_all_are_handled_when_the_database_is_back() {
        fixture.relay.start();
        for (long number = 0; number < EVENTS; number++) {
            fixture.append(Fixture.event(UUID.randomUUID(), number));
        }
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        String url = "jdbc:postgresql://" + server.address() + "/" + fixture.database.name();
        PlainTransactions throughTheServer = new PlainTransactions(TestDatabase.dataSource(url));
        int attempts = 2;
        Consumption consumption = new Consumption(fixture, throughTheServer, attempts);
        Thread consumer = Thread.ofPlatform().start(() -> {
            server.cut();
            consumption.run(EVENTS);
        });
        await().atMost(PATIENCE).until(() -> server.refused() > 10L * attempts);
        assertThat(consumption.seen()).isEmpty();
        server.restore();
        await().atMost(PATIENCE).until(() -> !consumer.isAlive());
        assertThat(consumption.seen())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, EVENTS).boxed().toList());
        assertThat(consumption.deadLetters.list(null, 50).items()).isEmpty();
    }
}
