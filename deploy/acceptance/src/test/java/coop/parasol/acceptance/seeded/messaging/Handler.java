package coop.parasol.acceptance.seeded.messaging;

/** What a service does with an event. */
public interface Handler<E> {
    void on(E event);
}
