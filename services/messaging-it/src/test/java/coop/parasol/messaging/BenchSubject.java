package coop.parasol.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What RelayBench measures: decisions with an outbox, the relay, plain Kafka, and one consumer of both. */
final class BenchSubject implements AutoCloseable {

    private static final int MAX_EVENTS = 4_000_000;
    private static final String RELAYED = "membership.members";
    /** Not one of the service's topics: the relay would take what it has not sent itself for the sign of a restored database. */
    private static final String PLAIN = "bench.plain";

    final TestDatabase database = new TestDatabase("bench");
    final TestKafka kafka = new TestKafka(RELAYED, PLAIN);
    private final PlainTransactions transactions = new PlainTransactions(database.dataSource());
    private final KafkaProducer<String, byte[]> plain = plainProducer();
    private final AtomicLongArray started = new AtomicLongArray(MAX_EVENTS);
    private final AtomicLongArray consumed = new AtomicLongArray(MAX_EVENTS);
    private final Thread consumer =
            Thread.ofPlatform().daemon().name("bench-consumer").unstarted(this::consume);
    private volatile boolean stopping;
    private MeterRegistry metrics = new SimpleMeterRegistry();
    private Relay relay = newRelay();
    private Outbox outbox = newOutbox();

    BenchSubject() {
        database.execute("create table orders (id uuid primary key, number bigint not null, body text not null)");
        consumer.start();
    }

    /** As safe as the relay's, and sending each record at once. */
    private static KafkaProducer<String, byte[]> plainProducer() {
        Map<String, Object> config = new HashMap<>(TestKafka.access());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private Relay newRelay() {
        Relay.Settings settings = new Relay.Settings(
                "membership",
                kafka.prefix(),
                1_000,
                Duration.ofMillis(50),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15));
        return new Relay(
                database.dataSource(),
                MessagingConfiguration.clients(TestKafka.access()),
                settings,
                Clock.systemUTC(),
                metrics,
                _ -> {});
    }

    private Outbox newOutbox() {
        return new Outbox(transactions, transactions, relay, Clock.systemUTC(), "membership");
    }

    /** Runs the relay during the work, or does not. */
    void relaying(boolean on, Runnable work) {
        metrics = new SimpleMeterRegistry();
        relay = newRelay();
        outbox = newOutbox();
        if (on) {
            relay.start();
            spinUntil(() -> relay.isLeader());
        }
        work.run();
        relay.close();
    }

    /** One decision: a row of its own, its event, a commit. */
    void decide(int number) {
        UUID id = Ids.next();
        transactions.run(() -> {
            Jdbc.execute(transactions, connection -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into orders (id, number, body) values (?, ?, ?)")) {
                    insert.setObject(1, id);
                    insert.setLong(2, number);
                    insert.setString(3, "three lines of an order, priced");
                    return insert.executeUpdate();
                }
            });
            outbox.append(Fixture.event(id, number), Fixture.CAUSE);
        });
        started.set(number, System.nanoTime());
    }

    /** Leaves many events in the outbox in one go. */
    void backlog(int first, int count) {
        int chunk = 5_000;
        for (int begin = first; begin < first + count; begin += chunk) {
            int from = begin;
            transactions.run(() -> outbox.append(
                    IntStream.range(from, Math.min(from + chunk, first + count))
                            .mapToObj(number -> Fixture.event(Ids.next(), number))
                            .toList(),
                    Fixture.CAUSE));
        }
    }

    /** The same event straight to Kafka. */
    void produce(int number) {
        UUID id = Ids.next();
        Envelope envelope = new Envelope(
                Ids.next(),
                "coop.parasol.membership.ApplicationRefused.v1",
                id.toString(),
                number,
                Clock.systemUTC().instant(),
                Fixture.CAUSE);
        started.set(number, System.nanoTime());
        var _ = plain.send(CloudEvents.record(
                kafka.prefix() + PLAIN, "membership", envelope, null, CloudEvents.json(Fixture.event(id, number))));
    }

    private void consume() {
        try (KafkaConsumer<String, byte[]> reader = kafka.consumer()) {
            while (!stopping) {
                var records = reader.poll(Duration.ofMillis(100));
                long now = System.nanoTime();
                records.forEach(record -> consumed.set((int) Fixture.number(record.value()), now));
            }
        }
    }

    /** Milliseconds from start to consumption of these events, sorted; waits for the last. */
    double[] latencies(int first, int count) {
        spinUntil(() -> IntStream.range(first, first + count).allMatch(number -> consumed.get(number) != 0));
        double[] latencies = IntStream.range(first, first + count)
                .mapToDouble(number -> Math.max(0, consumed.get(number) - started.get(number)) / 1e6)
                .toArray();
        Arrays.sort(latencies);
        return latencies;
    }

    static void spinUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("did not happen within three minutes");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** How many events the present relay has sent. */
    double sent() {
        return metrics.counter("parasol.relay.sent").count();
    }

    /** Whether the broker flushes each record to the disk before it acknowledges it. */
    void flushEachRecord(boolean flush) {
        kafka.configure("flush.messages", flush ? "1" : null);
    }

    /** Bytes of the sent events, with their indexes, per event. */
    double bytesPerSentEvent() {
        return database.number("select sum(pg_total_relation_size(relid)) from pg_partition_tree('sent_event')")
                / (double) database.number("select count(*) from sent_event");
    }

    /** Bytes of the inbox, with its index, per event. */
    double bytesPerInboxRow(int events) {
        Inbox inbox = new Inbox(database.dataSource(), "distribution");
        for (int done = 0; done < events; done += 500) {
            var _ = inbox.recordNew(
                    IntStream.range(0, 500).mapToObj(_ -> Ids.next()).toList());
        }
        return database.number("select sum(pg_total_relation_size(relid)) from pg_partition_tree('inbox')")
                / (double) events;
    }

    void clear() {
        database.execute("truncate outbox, orders, sent_event");
    }

    @Override
    public void close() {
        stopping = true;
        spinUntil(() -> !consumer.isAlive());
        plain.close();
        kafka.close();
        database.close();
    }
}
