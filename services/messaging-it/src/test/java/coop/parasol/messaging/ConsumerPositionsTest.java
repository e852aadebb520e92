package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service knows in its own database how far it has consumed each partition. */
class ConsumerPositionsTest {

    private final Fixture fixture = new Fixture("consumer_positions");
    private final Consumption consumption = new Consumption(fixture, 1);
    private final UUID member = new UUID(1, 1);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void what_lies_below_the_position_is_skipped_even_if_the_inbox_has_forgotten_it() {
        fixture.relay.start();
        append(1);
        append(2);
        consumption.run(2);
        fixture.database.execute("truncate inbox");
        consumption.run(2);
        assertThat(consumption.seen()).containsExactly(1L, 2L);
    }

    @Test
    void the_position_moves_with_the_effect_and_not_without_it() {
        fixture.relay.start();
        append(1);
        consumption.run(1);
        fixture.transactions.run(() -> {
            Place next = new Place(new TopicPartition("t", 0), 4, 0);
            Progress.Locked locked = consumption.positions.lock(Set.of(next.partition()));
            locked.advance(List.of(new Progress.Span(new Place(next.partition(), 0, 0), next)));
        });
        assertThat(consumption.positions.find(List.of(new TopicPartition("t", 0))))
                .containsValue(new ConsumerPositions.Position(5, 0));
        assertThat(fixture.database.number(
                        "select count(*) from consumer_position where topic like '%members' and next_offset = 1"))
                .isEqualTo(1);
    }

    @Test
    void a_log_that_was_cut_back_and_written_on_is_new_in_its_later_epoch() {
        ConsumerPositions.Position position = new ConsumerPositions.Position(10, 3);
        TopicPartition partition = new TopicPartition("t", 0);
        assertThat(position.isBefore(new Place(partition, 9, 3))).isFalse();
        assertThat(position.isBefore(new Place(partition, 9, 4))).isTrue();
        assertThat(position.isBefore(new Place(partition, 10, 3))).isTrue();
    }

    @Test
    void a_topic_that_was_replaced_is_read_from_its_start() throws Exception {
        fixture.relay.start();
        append(1);
        append(2);
        consumption.run(2);
        Set<String> topics = Set.of(fixture.kafka.prefix() + "membership.members");
        try (TopicLogs logs = new TopicLogs(() -> MessagingConfiguration.admin(TestKafka.access()))) {
            assertThat(consumption.positions.beginReplacedTopics(logs.look(topics)))
                    .isEmpty();
            fixture.kafka.recreate("membership.members");
            append(3);
            assertThat(consumption.positions.beginReplacedTopics(logs.look(topics)))
                    .isEqualTo(topics);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.kafka.all().size() >= 3);
        consumption.run(3);
        assertThat(consumption.seen()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void behind_records_that_were_not_received_the_position_stays_and_the_gap_is_known() {
        TopicPartition partition = new TopicPartition("t", 0);
        Place first = new Place(partition, 10, 0);
        fixture.transactions.run(
                () -> consumption.positions.lock(Set.of(partition)).advance(List.of(Progress.Span.of(first))));
        assertThat(consumption.positions.find(List.of(partition))).containsValue(ConsumerPositions.Position.START);
        assertThat(consumption.positions.takeGaps()).isEqualTo(Map.of(partition, new ConsumerPositions.Gap(0, 10)));
        assertThat(consumption.positions.takeGaps()).isEmpty();
        consumption.positions.skipTo(partition, 10);
        fixture.transactions.run(
                () -> consumption.positions.lock(Set.of(partition)).advance(List.of(Progress.Span.of(first))));
        assertThat(consumption.positions.find(List.of(partition))).containsValue(new ConsumerPositions.Position(11, 0));
    }

    @Test
    void a_parked_event_is_tried_again_by_itself() {
        fixture.relay.start();
        append(1);
        append(2);
        consumption.fail(1L);
        consumption.run(2);
        assertThat(consumption.seen()).isEmpty();
        consumption.fail(null);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            consumption.replays.retryDue();
            return consumption.deadLetters.list(null, 10).items().isEmpty();
        });
        assertThat(consumption.seen()).containsExactly(1L, 2L);
    }

    private void append(long number) {
        fixture.append(Fixture.event(member, number));
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
    }
}
