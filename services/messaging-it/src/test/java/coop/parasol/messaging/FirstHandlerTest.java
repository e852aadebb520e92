package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A type that gets its first handler in a release is read from the start of its topic, beside what comes new. */
class FirstHandlerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Fixture fixture = new Fixture("first_handler");
    private final Consumption earlierRelease =
            new Consumption(fixture, fixture.transactions, 1, List.of(new OnMemberMoved()), false);
    private final Consumption laterRelease =
            new Consumption(fixture, fixture.transactions, 1, List.of(new OnMemberMoved()), true);
    private final UUID member = new UUID(1, 1);

    /** Another type on the same topic, which every release handles. */
    private static final class OnMemberMoved implements Handler<MemberMoved> {
        @Override
        public void on(MemberMoved event, Envelope envelope) {}
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void its_earlier_events_are_caught_up_once_and_in_order_though_nothing_new_comes() {
        fixture.relay.start();
        append(0, 20);
        earlierRelease.run(20);
        assertThat(laterRelease.seen()).isEmpty();
        laterRelease.catchUp.run();
        assertThat(laterRelease.seen()).containsExactlyElementsOf(range(0, 20));
        laterRelease.catchUp.run();
        assertThat(laterRelease.seen()).containsExactlyElementsOf(range(0, 20));
    }

    @Test
    void its_later_events_wait_until_the_earlier_ones_are_caught_up() {
        fixture.relay.start();
        append(0, 20);
        earlierRelease.run(20);
        append(20, 25);
        laterRelease.run(25);
        assertThat(laterRelease.seen()).isEmpty();
        laterRelease.catchUp.run();
        assertThat(laterRelease.seen()).containsExactlyElementsOf(range(0, 25));
        append(25, 30);
        laterRelease.run(30);
        assertThat(laterRelease.seen()).containsExactlyElementsOf(range(0, 30));
    }

    /** During a rolling upgrade a partition goes from one release to the other and back. */
    @Test
    void what_an_instance_of_the_earlier_release_skips_after_the_later_one_has_begun_is_caught_up_too() {
        fixture.relay.start();
        append(0, 10);
        earlierRelease.run(10);
        append(10, 20);
        laterRelease.run(20);
        laterRelease.catchUp.run();
        append(20, 30);
        earlierRelease.run(30);
        append(30, 40);
        laterRelease.run(40);
        laterRelease.catchUp.run();
        assertThat(laterRelease.seen()).containsExactlyElementsOf(range(0, 40));
    }

    @Test
    void a_service_that_has_handled_the_type_from_the_beginning_reads_nothing_again() {
        fixture.relay.start();
        append(0, 10);
        laterRelease.run(10);
        fixture.database.execute("truncate inbox");
        laterRelease.catchUp.run();
        assertThat(laterRelease.seen()).containsExactlyElementsOf(range(0, 10));
        assertThat(fixture.database.number("select count(*) from type_position"))
                .isZero();
    }

    /** The inbox forgets after a month what a release without the handler must not lead to being handled again. */
    @Test
    void a_type_whose_handler_was_missing_for_one_release_is_read_from_where_it_was_last_handled() {
        fixture.relay.start();
        append(0, 10);
        laterRelease.run(10);
        append(10, 20);
        earlierRelease.run(20);
        fixture.database.execute("truncate inbox");
        laterRelease.catchUp.run();
        assertThat(laterRelease.seen()).containsExactlyElementsOf(range(0, 20));
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
}
