package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import java.util.List;

/** A handler of events that come in numbers: it does a fixed number of statements for a set of them, and takes one as a set of one. */
@FunctionalInterface
public interface SetHandler<E extends Event> extends Handler<E> {

    @Override
    default void on(E event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    default boolean takesSets() {
        return true;
    }

    @Override
    void onAll(List<Received<E>> events);
}
