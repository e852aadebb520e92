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

/** A type of event that always fails costs its topic three attempts, not one for each of its events. */
class PoisonedTypeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 300;

    private final Fixture fixture = new Fixture("poisoned_type");
    private final Consumption consumption =
            new Consumption(fixture, fixture.transactions, 1, List.of(new OnMemberMoved()));

    private static final class OnMemberMoved implements Handler<MemberMoved> {
        @Override
        public void on(MemberMoved event, Envelope envelope) {}
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void it_is_set_aside_untried_until_one_of_its_events_succeeds_again() {
        fixture.relay.start();
        fixture.transactions.run(() -> LongStream.range(0, EVENTS).forEach(number -> {
            fixture.outbox.append(Fixture.event(UUID.randomUUID(), number), Fixture.CAUSE);
            fixture.outbox.append(new MemberMoved(UUID.randomUUID(), "Pune"), Fixture.CAUSE);
        }));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        consumption.failAll(_ -> true);
        consumption.run(2 * EVENTS);
        assertThat(consumption.seen()).isEmpty();
        assertThat(committedHealthy()).isEqualTo(EVENTS);
        assertThat(parked()).isEqualTo(EVENTS);
        // in its transaction with others, then alone; six partitions may come in as many polls
        assertThat(consumption.attempted().size()).isLessThanOrEqualTo(2 * (3 + TestKafka.PARTITIONS));

        consumption.replays.retryDue();
        assertThat(parked()).isEqualTo(EVENTS);

        consumption.failAll(_ -> false);
        await().atMost(PATIENCE).until(() -> {
            consumption.replays.retryDue();
            return parked() == 0;
        });
        assertThat(consumption.seen()).hasSize(EVENTS).doesNotHaveDuplicates();

        fixture.append(Fixture.event(UUID.randomUUID(), EVENTS));
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        int reports = EVENTS;
        consumption.run(2 * EVENTS + 1 + reports);
        assertThat(consumption.seen()).hasSize(EVENTS + 1);
        assertThat(parked()).isZero();
    }

    /** What was counted in transactions that were rolled back is no effect. */
    private long committedHealthy() {
        return (long) fixture.count("parasol.events.handled");
    }

    private long parked() {
        return fixture.database.number("select count(*) from parked_event");
    }
}
