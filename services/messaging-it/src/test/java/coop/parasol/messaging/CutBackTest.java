package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.messaging.SentEvents.Arrived;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An offset that is acknowledged a second time: Kafka's log was cut back in between, without a connection being lost. */
class CutBackTest {

    private final Fixture fixture = new Fixture("cut_back");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void what_was_acknowledged_from_that_offset_on_is_sent_first_and_the_newer_event_after_it() throws Exception {
        try (OutboxSession session = sent(100, 101);
                LossCheck losses = losses(TestKafka.servers())) {
            OutboxSession.Row newer = append(session);

            assertThat(losses.withoutThoseThatOvertook(session, List.of(new Arrived(newer, 0, 101))))
                    .isEmpty();

            assertThat(read(session)).extracting(OutboxSession.Row::seq).containsExactly(2L, newer.seq());
        }
    }

    @Test
    void it_is_noticed_within_what_was_sent_together() throws Exception {
        try (OutboxSession session = sent(99);
                LossCheck losses = losses(TestKafka.servers())) {
            List<OutboxSession.Row> rows = List.of(append(session), append(session), append(session));

            List<Arrived> kept = losses.withoutThoseThatOvertook(
                    session,
                    List.of(
                            new Arrived(rows.get(0), 0, 100),
                            new Arrived(rows.get(1), 0, 101),
                            new Arrived(rows.get(2), 0, 101)));

            assertThat(kept).isEmpty();
            assertThat(read(session)).containsExactlyElementsOf(rows);
        }
    }

    @Test
    void it_is_put_right_although_kafka_answers_nothing_more() throws Exception {
        try (OutboxSession session = sent(100, 101);
                LossCheck losses = losses("127.0.0.1:1")) {
            OutboxSession.Row newer = append(session);

            assertThat(losses.withoutThoseThatOvertook(session, List.of(new Arrived(newer, 0, 101))))
                    .isEmpty();
            assertThatThrownBy(() -> losses.look(session)).isInstanceOf(KafkaException.class);
        }

        try (OutboxSession session = open()) {
            assertThat(read(session)).extracting(OutboxSession.Row::seq).startsWith(2L);
            assertThat(session.sent().position(new SentEvents.SentPartition("membership.members", 0)))
                    .map(SentEvents.Position::offset)
                    .contains(100L);
        }
    }

    /** A session in which events were sent that Kafka has put at these offsets. */
    private OutboxSession sent(long... offsets) throws SQLException {
        OutboxSession session = open();
        for (long offset : offsets) {
            session.acknowledge(List.of(new Arrived(append(session), 0, offset)), Map.of());
        }
        session.moveArrived();
        return session;
    }

    /** The row of an event that is in the outbox from now on. */
    private OutboxSession.Row append(OutboxSession session) throws SQLException {
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        return read(session).getLast();
    }

    private OutboxSession open() throws SQLException {
        return Objects.requireNonNull(OutboxSession.open(fixture.database.dataSource()));
    }

    private static List<OutboxSession.Row> read(OutboxSession session) throws SQLException {
        return session.readBatch(Set.of(), Set.of(), 100);
    }

    private LossCheck losses(String servers) {
        KafkaClients clients = MessagingConfiguration.clients(TestKafka.access(servers));
        String prefix = fixture.kafka.prefix();
        return new LossCheck(
                new TopicLogs(clients::admin),
                new RestoredEvents("membership", prefix, clients, Clock.systemUTC(), events -> {}),
                prefix,
                new SimpleMeterRegistry().counter("resent"));
    }
}
