package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.KafkaAccess;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes messaging's beans from the settings {@code parasol.kafka*}, {@code parasol.relay.*} and {@code parasol.consumer.*},
 * whose defaults are in microprofile-config.properties, and starts and stops them with the service.
 */
@ApplicationScoped
class MessagingConfiguration {

    /** As the broker allows ({@code message.max.bytes}): an order can be allocated from some ten thousand lots. */
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(MessagingConfiguration.class);
    private static final String CLIENT_SETTING = "parasol.kafka.client.";

    private static final Duration MAX_START_DELAY = Duration.ofSeconds(15);

    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    /** How every Kafka client of this service connects and signs in; SmallRye's connector takes the map by this name. */
    @Produces
    @Unremovable
    @Singleton
    @Identifier("default-kafka-broker") Map<String, Object> kafka(
            @ConfigProperty(name = "parasol.kafka") String servers,
            @ConfigProperty(name = "parasol.kafka.user") Optional<String> user,
            @ConfigProperty(name = "parasol.kafka.password") Optional<String> password,
            @ConfigProperty(name = "parasol.kafka.security-protocol") Optional<String> securityProtocol,
            @ConfigProperty(name = "parasol.kafka.sasl-mechanism") Optional<String> saslMechanism,
            Config config) {
        return new KafkaAccess(
                        servers,
                        user.orElse(""),
                        password.orElse(""),
                        securityProtocol.orElse(""),
                        saslMechanism.orElse(""),
                        clientSettings(config))
                .properties();
    }

    /** What is set as {@code parasol.kafka.client.<name>}, by the names that Kafka gives its clients' settings. */
    private static Map<String, String> clientSettings(Config config) {
        Map<String, String> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(CLIENT_SETTING)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(name.substring(CLIENT_SETTING.length()), value));
            }
        }
        return settings;
    }

    /**
     * The relay's producer: idempotent, in order, and retrying without end. If it gave up on a record, the next event of the
     * same aggregate could overtake it.
     */
    static KafkaProducer<String, byte[]> producer(Map<String, Object> access) {
        Map<String, Object> config = new HashMap<>(access);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        // a lost connection is noticed (see RowSender) before the next is made
        config.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 1_000);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.put(ProducerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG, -1L);
        // the relay flushes after each pass: one request with all of its rows, not one with the first of them
        config.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** A client that asks the cluster about topics; it gives up after five seconds. */
    static Admin admin(Map<String, Object> access) {
        Map<String, Object> config = new HashMap<>(access);
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "topic-logs");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return Admin.create(config);
    }

    static KafkaClients clients(Map<String, Object> access) {
        return new KafkaClients() {
            @Override
            public Producer<String, byte[]> producer() {
                return MessagingConfiguration.producer(access);
            }

            @Override
            public Admin admin() {
                return MessagingConfiguration.admin(access);
            }

            @Override
            public Consumer<String, byte[]> reader() {
                Map<String, Object> config = new HashMap<>(access);
                config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
                config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
                config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
                config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
                return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
            }
        };
    }

    @Produces
    @Singleton
    KafkaClients kafkaClients(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return clients(kafka);
    }

    @Produces
    @Singleton
    Relay relay(
            DataSource database,
            KafkaClients kafka,
            Clock clock,
            MeterRegistry metrics,
            Transactions transactions,
            @Any Instance<RestoredCounters> counters,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "parasol.topic-prefix") Optional<String> prefix,
            Config config) {
        Relay.Settings settings = new Relay.Settings(
                service,
                prefix.orElse(""),
                config.getValue("parasol.relay.batch-size", Integer.class),
                config.getValue("parasol.relay.poll-interval", Duration.class),
                config.getValue("parasol.relay.standby-interval", Duration.class),
                config.getValue("parasol.relay.retry-first", Duration.class),
                config.getValue("parasol.relay.retry-max", Duration.class),
                config.getValue("parasol.relay.leader-patience", Duration.class));
        return new Relay(
                database,
                kafka,
                settings,
                clock,
                metrics,
                events -> raise(transactions, counters.stream().toList(), events));
    }

    /** Together, or one by one if there is a number among them that this service does not give out. */
    static void raise(Transactions transactions, List<RestoredCounters> counters, List<Event> events) {
        try {
            transactions.run(() -> events.forEach(event -> counters.forEach(counter -> counter.raiseAbove(event))));
        } catch (IllegalArgumentException e) {
            for (Event event : events) {
                try {
                    transactions.run(() -> counters.forEach(counter -> counter.raiseAbove(event)));
                } catch (IllegalArgumentException foreign) {
                    LOG.errorf("No number is raised above that of %s: %s", event, foreign.getMessage());
                }
            }
        }
    }

    @Produces
    @Singleton
    TopicLogs topicLogs(KafkaClients kafka) {
        return new TopicLogs(kafka::admin);
    }

    @Produces
    @Singleton
    ParkedEvents.Retries parkedRetries(
            @ConfigProperty(name = "parasol.consumer.parked-retry-first") Duration first,
            @ConfigProperty(name = "parasol.consumer.parked-retry-max") Duration max) {
        return new ParkedEvents.Retries(first, max);
    }

    @Produces
    @Singleton
    MessagingPartitions partitions(
            DataSource database,
            @ConfigProperty(name = "parasol.relay.sent-retention") Duration sent,
            @ConfigProperty(name = "parasol.inbox.retention") Duration inbox) {
        return new MessagingPartitions(database, sent, inbox);
    }

    @Produces
    @Singleton
    OutboxGauges gauges(DataSource database, Relay relay, Clock clock, MeterRegistry metrics) {
        return new OutboxGauges(database, relay, clock, metrics);
    }

    @Produces
    @Singleton
    Dispatcher.RetryPolicy retryPolicy(
            @ConfigProperty(name = "parasol.consumer.attempts") int attempts,
            @ConfigProperty(name = "parasol.consumer.retry-first") Duration first,
            @ConfigProperty(name = "parasol.consumer.retry-max") Duration max) {
        return new Dispatcher.RetryPolicy(attempts, first, max);
    }

    void start(
            @Observes StartupEvent event,
            Relay relay,
            OutboxGauges gauges,
            Maintenance maintenance,
            @ConfigProperty(name = "parasol.relay.enabled") boolean enabled)
            throws InterruptedException {
        maintenance.start();
        if (enabled) {
            relay.start();
            // a restored database must not give out numbers again: they are raised before the first request
            relay.awaitFirstAttempt(MAX_START_DELAY);
            gauges.start(Duration.ofSeconds(5));
        }
    }

    void stop(
            @Observes ShutdownEvent event,
            Relay relay,
            OutboxGauges gauges,
            Dispatcher dispatcher,
            Maintenance maintenance) {
        dispatcher.stop();
        maintenance.close();
        gauges.close();
        relay.close();
    }
}
