package coop.parasol.pricing;

import coop.parasol.messaging.Dispatcher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that pricing listens to. */
@ApplicationScoped
public class Subscriptions {

    private final Dispatcher dispatcher;

    Subscriptions(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("quality-standards")
    @Incoming("distribution-invoices")
    @Incoming("distribution-clearances")
    @Blocking(ordered = true)
    @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
    void on(ConsumerRecords<String, byte[]> records) {
        dispatcher.dispatch(records);
    }
}
