package coop.parasol.messaging;

import coop.parasol.contracts.KafkaAccess;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes messaging's beans from the settings {@code parasol.kafka*}, {@code parasol.relay.*} and {@code parasol.consumer.*},
 * whose defaults are in microprofile-config.properties, and starts and stops them with the service.
 */
@ApplicationScoped
class MessagingConfiguration {

    /** As the broker allows ({@code message.max.bytes}): an order can be allocated from some ten thousand lots. */
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    private static final String CLIENT_SETTING = "parasol.kafka.client.";

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
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        // the relay flushes after each pass: one request with all of its rows, not one with the first of them
        config.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Produces
    @Singleton
    Relay relay(
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "parasol.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "parasol.relay.batch-size") int batchSize,
            @ConfigProperty(name = "parasol.relay.poll-interval") Duration pollInterval,
            @ConfigProperty(name = "parasol.relay.standby-interval") Duration standbyInterval,
            @ConfigProperty(name = "parasol.relay.retry-first") Duration retryFirst,
            @ConfigProperty(name = "parasol.relay.retry-max") Duration retryMax) {
        Relay.Settings settings = new Relay.Settings(
                service, prefix.orElse(""), batchSize, pollInterval, standbyInterval, retryFirst, retryMax);
        return new Relay(database, () -> producer(kafka), settings, clock, metrics);
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
            @ConfigProperty(name = "parasol.relay.enabled") boolean enabled) {
        if (enabled) {
            relay.start();
            gauges.start(Duration.ofSeconds(5));
        }
    }

    void stop(@Observes ShutdownEvent event, Relay relay, OutboxGauges gauges, Dispatcher dispatcher) {
        dispatcher.stop();
        gauges.close();
        relay.close();
    }
}
