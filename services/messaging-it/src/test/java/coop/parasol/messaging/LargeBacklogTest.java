package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A backlog of large events is more than a service's memory. */
class LargeBacklogTest {

    private static final int EVENTS = 12;
    private static final int CHARACTERS = 3_000_000;

    private final Fixture fixture = new Fixture("large_backlog");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void large_events_are_read_in_batches_of_8_mib_and_all_arrive_in_order() throws SQLException {
        UUID member = UUID.randomUUID();
        for (int number = 0; number < EVENTS; number++) {
            fixture.append(new ApplicationRefused(member, number + " ".repeat(CHARACTERS)));
        }

        assertThat(firstBatch()).as("8 MiB end in the third").hasSize(3);
        fixture.relay.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);

        assertThat(fixture.kafka.all())
                .extracting(record -> CloudEvents.event(ApplicationRefused.class, record.value())
                        .reason()
                        .strip())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    }

    private List<OutboxSession.Row> firstBatch() throws SQLException {
        try (OutboxSession session = Objects.requireNonNull(OutboxSession.open(fixture.database.dataSource()))) {
            return session.readBatch(Set.of(), Set.of(), EVENTS);
        }
    }
}
