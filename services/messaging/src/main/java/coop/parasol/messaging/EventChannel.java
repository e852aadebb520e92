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
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The one channel on which a service receives events: it subscribes to the topics of the event types that the service
 * has a {@link Handler} for, and to no others. Nothing has to be configured for a new handler. Settings of the channel
 * are {@code mp.messaging.incoming.events.*}.
 */
@ApplicationScoped
public class EventChannel {

    static final String NAME = "events";

    private static final Logger LOG = Logger.getLogger(EventChannel.class);

    private final Dispatcher dispatcher;
    private final AssignedPositions assigned;
    private final ProcessEnd processEnd;

    EventChannel(Dispatcher dispatcher, @Identifier(NAME) AssignedPositions assigned, ProcessEnd processEnd) {
        this.dispatcher = dispatcher;
        this.assigned = assigned;
        this.processEnd = processEnd;
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
        try {
            lookAfterLostConnection();
            dispatcher.dispatch(records);
        } catch (Error e) {
            // such as no memory: what this process would do next is not to be relied on
            processEnd.end("it can no longer receive events", e);
            throw e;
        }
    }

    /** Waits for Kafka's answer: these records may be those of another broker, and then their order is not known. */
    private void lookAfterLostConnection() {
        for (int failures = 1; ; failures++) {
            try {
                assigned.lookAfterLostConnection();
                return;
            } catch (KafkaException e) {
                LOG.warnf("Whether topics were replaced is not known, their events wait: %s", e);
                dispatcher.pause(failures);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted; Kafka delivers again what is not handled", e);
            }
        }
    }
}
