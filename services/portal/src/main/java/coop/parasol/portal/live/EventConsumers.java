package coop.parasol.portal.live;

import coop.parasol.contracts.KafkaAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connects to Kafka as the portal, by the same settings as services do. */
@ApplicationScoped
class EventConsumers {

    private static final String CLIENT_SETTING = "parasol.kafka.client.";

    private final KafkaAccess access;

    EventConsumers(
            @ConfigProperty(name = "parasol.kafka") String servers,
            @ConfigProperty(name = "parasol.kafka.user") Optional<String> user,
            @ConfigProperty(name = "parasol.kafka.password") Optional<String> password,
            @ConfigProperty(name = "parasol.kafka.security-protocol") Optional<String> securityProtocol,
            @ConfigProperty(name = "parasol.kafka.sasl-mechanism") Optional<String> saslMechanism,
            Config config) {
        Map<String, String> client = new HashMap<>();
        config.getPropertyNames().forEach(name -> {
            if (name.startsWith(CLIENT_SETTING)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> client.put(name.substring(CLIENT_SETTING.length()), value));
            }
        });
        access = new KafkaAccess(
                servers,
                user.orElse(""),
                password.orElse(""),
                securityProtocol.orElse(""),
                saslMechanism.orElse(""),
                client);
    }

    /** A consumer without a group, which waits patiently for brokers that are away. */
    Consumer<String, byte[]> open() {
        Map<String, Object> config = new HashMap<>(access.properties());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "portal-live");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, 1_000);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
