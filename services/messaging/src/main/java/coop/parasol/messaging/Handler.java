package coop.parasol.messaging;

import coop.parasol.contracts.Event;

/**
 * What this service does when it receives an event of one type. A bean {@code class OnBatchCertified implements
 * Handler<BatchCertified>}, at most one per event type; having it is what subscribes the service to the event's topic.
 */
@FunctionalInterface
public interface Handler<E extends Event> {

    /**
     * Runs inside the transaction that also records the event in the inbox, so that its effect happens once however often
     * the event is delivered. An exception rolls both back; the event is tried again and, after the last attempt, parked.
     */
    void on(E event, Envelope envelope);
}
