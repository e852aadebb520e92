package coop.parasol.messaging;

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
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts together from the configuration; names and defaults are in microprofile-config.properties. */
@ApplicationScoped
class Messaging {

    /** As the broker allows ({@code message.max.bytes}): an order may be filled from some ten thousand batches. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What every client of Kafka in this service connects with; SmallRye's channels take it by this name. */
    @Produces
    @Unremovable
    @Singleton
    @Identifier("default-kafka-broker") Map<String, Object> kafka(
            @ConfigProperty(name = "parasol.kafka") String servers,
            @ConfigProperty(name = "parasol.kafka.user") Optional<String> user,
            @ConfigProperty(name = "parasol.kafka.password") Optional<String> password) {
        return kafkaAccess(servers, user.orElse(""), password.orElse(""));
    }

    /** SASL/SCRAM where there is a user, a broker that is open to all where there is none. */
    static Map<String, Object> kafkaAccess(String servers, String user, String password) {
        Map<String, Object> access = new HashMap<>();
        access.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        if (!user.isEmpty()) {
            access.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
            access.put(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512");
            access.put(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                            .formatted(quoted(user), quoted(password)));
        }
        return access;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * The relay's producer: ordered, without duplicates of its own, and trying for ever. A delivery that gave up could be
     * overtaken by the next event of the same aggregate.
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
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_BYTES);
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
            @ConfigProperty(name = "parasol.relay.batch") int batch,
            @ConfigProperty(name = "parasol.relay.poll") Duration poll,
            @ConfigProperty(name = "parasol.relay.standby") Duration standby,
            @ConfigProperty(name = "parasol.relay.retry-first") Duration retryFirst,
            @ConfigProperty(name = "parasol.relay.retry-most") Duration retryMost) {
        Relay.Settings settings =
                new Relay.Settings(service, prefix.orElse(""), batch, poll, standby, retryFirst, retryMost);
        return new Relay(database, () -> producer(kafka), settings, clock, metrics);
    }

    @Produces
    @Singleton
    OutboxGauges gauges(DataSource database, Relay relay, Clock clock, MeterRegistry metrics) {
        return new OutboxGauges(database, relay, clock, metrics);
    }

    @Produces
    @Singleton
    Dispatcher.Retries retries(
            @ConfigProperty(name = "parasol.consumer.attempts") int attempts,
            @ConfigProperty(name = "parasol.consumer.retry-first") Duration first,
            @ConfigProperty(name = "parasol.consumer.retry-most") Duration most) {
        return new Dispatcher.Retries(attempts, first, most);
    }

    void start(
            @Observes StartupEvent event,
            Relay relay,
            OutboxGauges gauges,
            @ConfigProperty(name = "parasol.relay.enabled") boolean enabled) {
        if (enabled) {
            relay.start();
            gauges.every(Duration.ofSeconds(5));
        }
    }

    void stop(@Observes ShutdownEvent event, Relay relay, OutboxGauges gauges, Dispatcher dispatcher) {
        dispatcher.stop();
        gauges.close();
        relay.close();
    }
}
