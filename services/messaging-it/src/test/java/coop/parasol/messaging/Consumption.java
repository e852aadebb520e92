package coop.parasol.messaging;

import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** The consuming side of a service without a container: a handler that records the events' numbers and can be made to fail. */
final class Consumption {

    final Dispatcher dispatcher;
    final ConsumerPositions positions;
    final ParkedReplays replays;
    final DeadLetterResource deadLetters;
    final AdministrativeActs acts;
    final CatchUp catchUp;
    private final Fixture fixture;
    private final List<Long> attempted = new CopyOnWriteArrayList<>();
    private volatile LongPredicate failing = _ -> false;

    Consumption(Fixture fixture, int attempts) {
        this(fixture, fixture.transactions, attempts);
    }

    Consumption(Fixture fixture, PlainTransactions transactions, int attempts) {
        this(fixture, transactions, attempts, List.of());
    }

    /** @param others handlers beside the one that notes numbers */
    Consumption(Fixture fixture, PlainTransactions transactions, int attempts, List<Handler<?>> others) {
        this(fixture, transactions, attempts, others, true);
    }

    /** @param notesNumbers whether it has a handler for {@link ApplicationRefused} */
    Consumption(
            Fixture fixture,
            PlainTransactions transactions,
            int attempts,
            List<Handler<?>> others,
            boolean notesNumbers) {
        this.fixture = fixture;
        fixture.database.execute(
                "create table if not exists seen (position bigint generated always as identity, number bigint)");
        List<Handler<?>> all = new ArrayList<>(others);
        if (notesNumbers) {
            all.add(new OnApplicationRefused(transactions));
        }
        Handlers handlers = new Handlers(all);
        TypePositions types = new TypePositions(transactions, handlers, Optional.of(fixture.kafka.prefix()));
        positions = new ConsumerPositions(transactions, types);
        Inbox inbox = new Inbox(transactions, "membership");
        ParkedEvents parked = new ParkedEvents(
                transactions,
                Clock.systemUTC(),
                new ParkedEvents.Retries(Duration.ofMillis(50), Duration.ofSeconds(1)));
        Outbox outbox = new Outbox(transactions, transactions, fixture.relay, Clock.systemUTC(), "membership");
        Dispatcher.RetryPolicy retries =
                new Dispatcher.RetryPolicy(attempts, Duration.ofMillis(5), Duration.ofMillis(100));
        dispatcher = new Dispatcher(
                transactions, transactions, positions, inbox, parked, outbox, handlers, retries, fixture.metrics);
        replays = new ParkedReplays(transactions, parked, handlers, dispatcher, fixture.metrics);
        acts = new AdministrativeActs(transactions, Clock.systemUTC());
        deadLetters = new DeadLetterResource(
                new ParkedEventList(transactions),
                replays,
                acts,
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("adam"))
                        .build());
        catchUp = new CatchUp(
                transactions,
                types,
                positions,
                dispatcher,
                transactions,
                MessagingConfiguration.clients(TestKafka.access()));
    }

    private final class OnApplicationRefused implements Handler<ApplicationRefused> {
        private final PlainTransactions transactions;

        OnApplicationRefused(PlainTransactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public void on(ApplicationRefused event, Envelope envelope) {
            long number = Long.parseLong(event.reason());
            attempted.add(number);
            Jdbc.execute(
                    transactions,
                    connection ->
                            connection.createStatement().execute("insert into seen (number) values (" + number + ")"));
            if (failing.test(number)) {
                throw new IllegalArgumentException("cannot do " + number);
            }
        }
    }

    /** From now on this event fails; null for none. */
    void fail(@Nullable Long number) {
        failing = number == null ? _ -> false : number::equals;
    }

    /** From now on events with these numbers fail. */
    void failAll(LongPredicate numbers) {
        failing = numbers;
    }

    /** Takes this many records from the beginning of the topics. */
    void run(int records) {
        int taken = 0;
        try (KafkaConsumer<String, byte[]> consumer = fixture.kafka.consumer()) {
            while (taken < records) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofMillis(100));
                dispatcher.dispatch(polled);
                taken += polled.count();
            }
        }
    }

    /** Numbers of the events that had their effect, in order. */
    List<Long> seen() {
        return Jdbc.execute(fixture.database.dataSource(), connection -> {
            try (var rows = connection.createStatement().executeQuery("select number from seen order by position")) {
                List<Long> numbers = new java.util.ArrayList<>();
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
                return numbers;
            }
        });
    }

    /** Numbers of the events that the handler was called with. */
    List<Long> attempted() {
        return List.copyOf(attempted);
    }
}
