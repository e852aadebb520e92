package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acknowledged rows are moved some at a time; until then they are in the outbox, and are nevertheless sent once. */
class GatheredRowsTest {

    private static final int EVENTS = 300;

    private final Fixture fixture = new Fixture("gathered_rows");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_row_that_has_arrived_is_read_no_more_before_it_is_moved() throws SQLException {
        append(3);
        try (OutboxSession session = open()) {
            List<OutboxSession.Row> rows = read(session);
            session.acknowledge(
                    rows.subList(0, 2).stream()
                            .map(row -> new SentEvents.Arrived(row, 0, row.seq()))
                            .toList(),
                    Map.of());

            assertThat(read(session)).containsExactly(rows.get(2));
            assertThat(fixture.unsent()).isEqualTo(3);
            assertThat(session.untilMove(Duration.ofDays(1))).isLessThan(Duration.ofDays(1));

            session.moveArrived();

            assertThat(fixture.unsent()).isEqualTo(1);
            assertThat(fixture.database.number("select count(*) from sent_event"))
                    .isEqualTo(2);
            assertThat(read(session)).containsExactly(rows.get(2));
        }
    }

    @Test
    void the_mark_does_not_pass_a_row_that_is_not_moved() throws SQLException {
        append(2);
        try (OutboxSession session = open()) {
            List<OutboxSession.Row> rows = read(session);
            acknowledge(session, rows.get(1));
            session.moveArrived();
            acknowledge(session, rows.get(0));

            assertThat(read(session)).isEmpty();
            assertThat(session.lowWaterMark()).isLessThan(rows.get(0).seq());

            session.moveArrived();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> read(session).isEmpty()
                            && session.lowWaterMark() >= rows.get(0).seq());
        }
    }

    /** As after a loss, or when a transaction that took its seq early commits late. */
    @Test
    void the_mark_does_not_pass_a_row_that_comes_to_a_suspended_topic() throws SQLException {
        append(1);
        fixture.database.execute("create table late as select * from outbox");
        fixture.database.execute("delete from outbox");
        append(1);
        try (OutboxSession session = open()) {
            acknowledge(session, read(session).getFirst());
            session.moveArrived();
            fixture.database.execute("insert into outbox overriding system value select * from late");

            for (int look = 0; look < 3; look++) {
                assertThat(session.readBatch(Set.of(), Set.of("membership.members"), EVENTS))
                        .isEmpty();
            }

            assertThat(read(session)).extracting(OutboxSession.Row::seq).containsExactly(1L);
        }
    }

    @Test
    void each_is_sent_once_and_none_stays_behind() {
        fixture.relay.start();
        append(EVENTS);

        await().atMost(Duration.ofMinutes(1)).until(() -> fixture.unsent() == 0);

        assertThat(fixture.kafka.all()).hasSize(EVENTS);
        assertThat(fixture.database.number("select count(*) from sent_event")).isEqualTo(EVENTS);
    }

    private void append(int events) {
        for (int number = 0; number < events; number++) {
            fixture.append(Fixture.event(UUID.randomUUID(), number));
        }
    }

    private OutboxSession open() throws SQLException {
        return Objects.requireNonNull(OutboxSession.open(fixture.database.dataSource()));
    }

    private static List<OutboxSession.Row> read(OutboxSession session) throws SQLException {
        return session.readBatch(Set.of(), Set.of(), EVENTS);
    }

    private static void acknowledge(OutboxSession session, OutboxSession.Row row) {
        session.acknowledge(List.of(new SentEvents.Arrived(row, 0, row.seq())), Map.of());
    }
}
