package coop.parasol.quality;

import coop.parasol.messaging.Dispatcher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that quality listens to. */
@ApplicationScoped
public class Subscriptions {

    private final Dispatcher dispatcher;

    Subscriptions(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("membership-members")
    @Incoming("production-batches")
    @Incoming("production-clearances")
    @Blocking(ordered = true)
    @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
    void on(ConsumerRecords<String, byte[]> records) {
        dispatcher.dispatch(records);
    }
}
