package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import java.util.List;

/**
 * What this service does when it receives an event of one type. A bean {@code class OnBatchCertified implements
 * Handler<BatchCertified>}, at most one per event type; having it is what subscribes the service to the event's topic. Of events
 * that come in numbers a {@link SetHandler} takes many at once.
 */
@FunctionalInterface
public interface Handler<E extends Event> {

    /**
     * Runs inside the transaction that also records the event in the inbox, so that its effect happens once however often
     * the event is delivered. An exception rolls both back; the event is tried again and, after the last attempt, parked.
     */
    void on(E event, Envelope envelope);

    /** An event of the type, as it was received. */
    record Received<E extends Event>(E event, Envelope envelope) {}

    /**
     * Whether {@link #onAll} costs less than {@link #on} for each: a handler of events that come in numbers does a fixed number of
     * statements for a set of them.
     */
    default boolean takesSets() {
        return false;
    }

    /**
     * The same for events of the type that have come together, those of each aggregate in their order, in one transaction. Where it
     * fails, the events are handled one by one.
     */
    default void onAll(List<Received<E>> events) {
        events.forEach(received -> on(received.event(), received.envelope()));
    }
}
