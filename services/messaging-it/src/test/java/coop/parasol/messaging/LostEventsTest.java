package coop.parasol.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka loses what it has acknowledged: the relay finds out and sends it again, before anything newer and in order. */
class LostEventsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Fixture fixture = new Fixture("lost_events");
    private final UUID member = new UUID(1, 1);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everything_is_sent_again_before_anything_newer_when_the_topic_was_replaced_by_an_empty_one() {
        fixture.relay.start();
        append(0, 20);
        fixture.kafka.recreate("membership.members");
        await().atMost(PATIENCE).until(() -> numbers().size() >= 20);
        append(20, 30);
        assertThat(numbers()).containsExactlyElementsOf(range(0, 30));
        assertThat(fixture.count("parasol.relay.resent")).isEqualTo(20);
    }

    /** The topic is replaced without any connection lost, and the relay sends before it looks. */
    @Test
    void an_event_that_was_sent_before_the_loss_was_found_is_sent_once_more_behind_those_that_were_lost() {
        fixture.relay.start();
        append(0, 20);
        fixture.kafka.recreate("membership.members");
        append(20, 30);
        await().atMost(PATIENCE).until(() -> numbers().size() >= 30);
        List<Long> all = numbers();
        assertThat(all.subList(all.size() - 30, all.size())).containsExactlyElementsOf(range(0, 30));
    }

    /** A log that was cut back by 7 is one that ends 7 records before the last acknowledged offset. */
    @Test
    void what_lies_behind_the_end_of_a_log_that_was_cut_back_is_sent_again_before_anything_newer() {
        fixture.relay.start();
        append(0, 20);
        fixture.relay.close();
        fixture.database.execute("update sent_event set \"offset\" = \"offset\" + 7");
        fixture.database.execute("update sent_position set \"offset\" = \"offset\" + 7");
        fixture.transactions.run(() -> fixture.outbox.append(Fixture.event(member, 20), Fixture.CAUSE));
        fixture.relay().start();
        await().atMost(PATIENCE).until(() -> numbers().contains(20L));
        assertThat(numbers())
                .containsExactlyElementsOf(Stream.of(range(0, 20), range(13, 21))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void an_administrator_can_have_everything_sent_again() {
        fixture.relay.start();
        append(0, 5);
        fixture.database.execute("insert into resend_request values (now() - interval '1 hour')");
        await().atMost(PATIENCE).until(() -> numbers().size() >= 10);
        assertThat(numbers())
                .containsExactlyElementsOf(Stream.of(range(0, 5), range(0, 5))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void nothing_is_sent_again_when_nothing_is_lost() {
        fixture.relay.start();
        append(0, 20);
        fixture.relay.close();
        fixture.relay().start();
        append(20, 25);
        await().during(Duration.ofMillis(2_500))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(numbers()).containsExactlyElementsOf(range(0, 25)));
        assertThat(fixture.restored).isEmpty();
    }

    @Test
    void the_events_that_only_the_topics_have_after_a_restore_are_listed_and_numbers_go_on_above_them() {
        fixture.relay.start();
        append(0, 10);
        fixture.relay.close();
        fixture.database.execute("truncate sent_event, sent_position");
        fixture.database.execute("alter sequence outbox_seq_seq restart with 1");
        Relay again = fixture.relay();
        again.start();
        await().atMost(PATIENCE).until(() -> fixture.restored.size() == 10);
        await().atMost(PATIENCE).until(() -> fixture.database.number("select count(*) from restored_event") == 10);
        append(10, 11);
        await().atMost(PATIENCE).until(() -> numbers().contains(10L));
        List<Long> sequences = fixture.kafka.all().stream()
                .map(record -> CloudEvents.envelope(record).sequence())
                .toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_number_that_the_service_would_not_give_out_keeps_no_other_from_being_raised() {
        List<Long> raised = new ArrayList<>();
        RestoredCounters even = event -> {
            long number = Fixture.number(CloudEvents.json(event).getBytes(UTF_8));
            if (number % 2 != 0) {
                throw new IllegalArgumentException(number + " is odd");
            }
            raised.add(number);
        };
        MessagingConfiguration.raise(
                fixture.transactions,
                List.of(even),
                LongStream.range(0, 5)
                        .mapToObj(number -> Fixture.event(member, number))
                        .toList());
        assertThat(raised).endsWith(0L, 2L, 4L);
    }

    private void append(long from, long to) {
        for (long number = from; number < to; number++) {
            fixture.append(Fixture.event(member, number));
        }
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
    }

    private static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private List<Long> numbers() {
        return fixture.kafka.all().stream()
                .map(ConsumerRecord::value)
                .map(Fixture::number)
                .toList();
    }
}
