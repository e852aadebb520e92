package coop.parasol.messaging;

import coop.parasol.contracts.Event;

/**
 * What this service does about an event of another (or of itself). A bean {@code class OnBatchCertified implements
 * Handler<BatchCertified>}; at most one per event type.
 */
@FunctionalInterface
public interface Handler<E extends Event> {

    /**
     * Runs inside the transaction that also records the event as handled, so its effect happens once however often the
     * event is delivered. Throwing rolls both back: the event is tried again and parked in the end.
     */
    void on(E event, Envelope envelope);
}
