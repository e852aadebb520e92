package coop.parasol.messaging;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The one channel on which a service receives events: it subscribes to the topics of the event types that the service
 * has a {@link Handler} for, and to no others. Nothing has to be configured for a new handler. Settings of the channel
 * are {@code mp.messaging.incoming.events.*}.
 */
@ApplicationScoped
public class EventChannel {

    static final String NAME = "events";

    private final Dispatcher dispatcher;

    EventChannel(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** SmallRye's Kafka connector adds a map of the channel's name to the channel's configuration. */
    @Produces
    @Unremovable
    @Singleton
    @Identifier(NAME) static Map<String, Object> configuration(
            Handlers handlers, @ConfigProperty(name = "parasol.topic-prefix") Optional<String> prefix) {
        return configuration(handlers.topics(), prefix.orElse(""));
    }

    static Map<String, Object> configuration(SortedSet<String> topics, String prefix) {
        if (topics.isEmpty()) {
            // a service without handlers: a pattern that no topic's name matches, since the connector wants a
            // subscription
            return Map.of("pattern", true, "topic", "(?!)");
        }
        return Map.of("topics", topics.stream().map(prefix::concat).collect(Collectors.joining(",")));
    }

    /** Acknowledged when all records of the poll are dealt with; the next poll waits for that. */
    @Incoming(NAME)
    @Blocking(ordered = true)
    @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
    public void receive(ConsumerRecords<String, byte[]> records) {
        dispatcher.dispatch(records);
    }
}
