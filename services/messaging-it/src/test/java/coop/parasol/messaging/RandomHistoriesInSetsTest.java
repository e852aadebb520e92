package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of three types of events about a few aggregates, some of which cannot be handled: in sets each aggregate's events
 * take effect in their order, once, and only what lies behind one that fails is parked, as when they are handled one by one.
 */
class RandomHistoriesInSetsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 400;
    private static final int MEMBERS = 12;

    private final Fixture fixture = new Fixture("histories_in_sets");
    private final Set<Long> failing = new HashSet<>();
    private int calls;
    private final Consumption consumption = new Consumption(
            fixture,
            fixture.transactions,
            1,
            List.of(new OnMemberMoved(), new OnMemberRenamed(), new OnApplicationRefused()),
            false);

    /** The first two take sets, the third does not. */
    private final class OnMemberMoved implements SetHandler<MemberMoved> {
        @Override
        public void onAll(List<Received<MemberMoved>> events) {
            see(events, MemberMoved::place);
        }
    }

    private final class OnMemberRenamed implements SetHandler<MemberRenamed> {
        @Override
        public void onAll(List<Received<MemberRenamed>> events) {
            see(events, MemberRenamed::name);
        }
    }

    private final class OnApplicationRefused implements Handler<ApplicationRefused> {
        @Override
        public void on(ApplicationRefused event, Envelope envelope) {
            see(List.of(new Received<>(event, envelope)), ApplicationRefused::reason);
        }
    }

    private <E extends Event> void see(List<Handler.Received<E>> events, Function<E, String> number) {
        calls++;
        for (Handler.Received<E> received : events) {
            long seen = Long.parseLong(number.apply(received.event()));
            Jdbc.execute(
                    fixture.transactions,
                    connection ->
                            connection.createStatement().execute("insert into seen (number) values (" + seen + ")"));
            if (failing.contains(seen)) {
                throw new IllegalArgumentException("cannot do " + seen);
            }
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void each_aggregate_keeps_its_order_and_only_what_lies_behind_a_failing_event_waits(long seed) {
        Map<UUID, List<Long>> history = append(new Random(seed));
        Random random = new Random(-seed);
        // where one fails the whole batch is handled one by one, so in every other history none does
        int failures = seed % 2 == 0 ? 0 : 2;
        for (int each = 0; each < failures; each++) {
            failing.add((long) random.nextInt(EVENTS));
        }

        consumption.run(EVENTS);

        history.forEach((member, numbers) -> {
            int failed = firstFailing(numbers);
            assertThat(seenAmong(numbers)).as("before the replay").isEqualTo(numbers.subList(0, failed));
        });
        assertThat(fixture.database.number("select count(*) from parked_event"))
                .isEqualTo(history.values().stream()
                        .mapToLong(numbers -> numbers.size() - firstFailing(numbers))
                        .sum());

        failing.clear();
        await().atMost(PATIENCE).until(() -> {
            consumption.replays.retryDue();
            return consumption.seen().size() == EVENTS;
        });
        history.forEach((member, numbers) ->
                assertThat(seenAmong(numbers)).as("in the end").isEqualTo(numbers));
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void types_that_take_turns_are_handled_by_few_calls(long seed) {
        Random random = new Random(seed);
        fixture.relay.start();
        fixture.transactions.run(() -> {
            for (int number = 0; number < EVENTS; number++) {
                fixture.outbox.append(event(random.nextInt(2), UUID.randomUUID(), number), Fixture.CAUSE);
            }
        });
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);

        consumption.run(EVENTS);

        assertThat(consumption.seen()).hasSize(EVENTS).doesNotHaveDuplicates();
        assertThat(calls).isLessThan(EVENTS / 10);
    }

    private int firstFailing(List<Long> numbers) {
        return (int)
                numbers.stream().takeWhile(number -> !failing.contains(number)).count();
    }

    private List<Long> seenAmong(List<Long> numbers) {
        return consumption.seen().stream().filter(Set.copyOf(numbers)::contains).toList();
    }

    /** @return the numbers of each member's events, in their order */
    private Map<UUID, List<Long>> append(Random random) {
        Map<UUID, List<Long>> history = new TreeMap<>();
        fixture.relay.start();
        fixture.transactions.run(() -> {
            for (int number = 0; number < EVENTS; number++) {
                UUID member = new UUID(7, random.nextInt(MEMBERS));
                history.computeIfAbsent(member, any -> new ArrayList<>()).add((long) number);
                fixture.outbox.append(event(random.nextInt(3), member, number), Fixture.CAUSE);
            }
        });
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        return history;
    }

    private static Event event(int type, UUID member, int number) {
        String text = Integer.toString(number);
        return switch (type) {
            case 0 -> new MemberMoved(member, text);
            case 1 -> new MemberRenamed(member, text);
            default -> new ApplicationRefused(member, text);
        };
    }
}
