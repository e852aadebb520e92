package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A handler that takes sets gets the events of its type that come one after the other at once; one that fails harms no other. */
class SetOfEventsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 300;

    private final Fixture fixture = new Fixture("set_of_events");
    private final OnMemberMoved onMemberMoved = new OnMemberMoved();
    private final Consumption consumption =
            new Consumption(fixture, fixture.transactions, 1, List.of(onMemberMoved), false);

    private final class OnMemberMoved implements SetHandler<MemberMoved> {

        private final List<Integer> sizes = new ArrayList<>();
        private String failing = "";

        @Override
        public void onAll(List<Received<MemberMoved>> events) {
            sizes.add(events.size());
            events.forEach(one -> {
                String number = one.event().place();
                Jdbc.execute(
                        fixture.transactions,
                        connection -> connection
                                .createStatement()
                                .execute("insert into seen (number) values (" + number + ")"));
                if (number.equals(failing)) {
                    throw new IllegalArgumentException("cannot do " + number);
                }
            });
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void many_events_are_handled_by_few_calls_each_once_and_in_order() {
        append();

        consumption.run(EVENTS);

        assertThat(onMemberMoved.sizes.size()).as("calls").isLessThan(EVENTS / 4);
        assertThat(onMemberMoved.sizes.stream().mapToInt(size -> size).sum()).isEqualTo(EVENTS);
        assertThat(consumption.seen()).hasSize(EVENTS).doesNotHaveDuplicates();
        assertThat(fixture.count("parasol.events.handled")).isEqualTo(EVENTS);
    }

    @Test
    void one_that_fails_is_parked_and_all_others_have_their_effect_once() {
        append();
        onMemberMoved.failing = "77";

        consumption.run(EVENTS);

        assertThat(consumption.seen())
                .hasSize(EVENTS - 1)
                .doesNotHaveDuplicates()
                .doesNotContain(77L);
        assertThat(fixture.database.number("select count(*) from parked_event")).isEqualTo(1);
        onMemberMoved.failing = "";
        await().atMost(PATIENCE).until(() -> {
            consumption.replays.retryDue();
            return consumption.seen().size() == EVENTS;
        });
    }

    private void append() {
        fixture.relay.start();
        fixture.transactions.run(() -> IntStream.range(0, EVENTS)
                .forEach(number -> fixture.outbox.append(
                        new MemberMoved(UUID.randomUUID(), Integer.toString(number)), Fixture.CAUSE)));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
    }
}
