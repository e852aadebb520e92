package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** A service called membership without a container: its database, its topics, its outbox and one relay. */
final class Fixture implements AutoCloseable {

    static final Cause CAUSE = Cause.of("rekha");

    final TestDatabase database;
    final TestKafka kafka = new TestKafka("membership.members", "membership.dead-letter");
    /** Events that a relay has found on the topics alone. */
    final List<Event> restored = new CopyOnWriteArrayList<>();

    final MeterRegistry metrics = new SimpleMeterRegistry();
    final PlainTransactions transactions;
    final Relay relay;
    final Outbox outbox;
    private final List<Relay> relays = new ArrayList<>();

    Fixture(String name) {
        this(name, TestKafka.servers());
    }

    Fixture(String name, String servers) {
        database = new TestDatabase(name);
        transactions = new PlainTransactions(database.dataSource());
        relay = relay(database.dataSource(), MessagingConfiguration.clients(TestKafka.access(servers)));
        outbox = new Outbox(transactions, transactions, relay, Clock.systemUTC(), "membership");
    }

    /** A relay with a producer of its own. */
    Relay relay(DataSource source, Supplier<Producer<String, byte[]>> producers) {
        KafkaClients clients = MessagingConfiguration.clients(TestKafka.access());
        return relay(source, new KafkaClients() {
            @Override
            public Producer<String, byte[]> producer() {
                return producers.get();
            }

            @Override
            public Admin admin() {
                return clients.admin();
            }

            @Override
            public Consumer<String, byte[]> reader() {
                return clients.reader();
            }
        });
    }

    Relay relay(DataSource source, KafkaClients clients) {
        Relay.Settings settings = new Relay.Settings(
                "membership",
                kafka.prefix(),
                500,
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                Duration.ofSeconds(15));
        Relay made = new Relay(source, clients, settings, Clock.systemUTC(), metrics, restored::addAll);
        relays.add(made);
        return made;
    }

    Relay relay() {
        return relay(database.dataSource(), MessagingConfiguration.clients(TestKafka.access()));
    }

    /** A small event; the number says which. */
    static Event event(UUID member, long number) {
        return new ApplicationRefused(member, Long.toString(number));
    }

    static long number(byte[] json) {
        return Long.parseLong(CloudEvents.event(ApplicationRefused.class, json).reason());
    }

    void append(Event event) {
        transactions.run(() -> outbox.append(event, CAUSE));
    }

    long unsent() {
        return database.number("select count(*) from outbox");
    }

    double count(String counter) {
        return metrics.counter(counter).count();
    }

    @Override
    public void close() {
        relays.forEach(Relay::close);
        kafka.close();
        database.close();
    }
}
