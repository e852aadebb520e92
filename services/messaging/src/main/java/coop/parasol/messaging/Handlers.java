package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.Superseded;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service's handlers by the event type they are for. */
@ApplicationScoped
class Handlers {

    private final Map<String, Bound<?>> byType = new HashMap<>();

    /**
     * A handler and the record it takes.
     *
     * @param written the record as which the event travels: the same, or an earlier version of it
     */
    record Bound<E extends Event>(Class<E> type, Handler<E> handler, Class<? extends Event> written) {

        void handle(Delivery delivery) {
            Event event = CloudEvents.event(written, delivery.content().json());
            while (event instanceof Superseded<?> earlier && !type.isInstance(event)) {
                event = earlier.upgraded();
            }
            handler.on(type.cast(event), delivery.envelope());
        }
    }

    /** @throws IllegalStateException if two are for the same event, or one does not say for which it is */
    Handlers(@All List<Handler<?>> handlers) {
        for (Handler<?> handler : handlers) {
            Class<? extends Event> type = eventOf(handler.getClass());
            if (byType.put(EventTypes.name(type), bind(type, handler)) != null) {
                throw new IllegalStateException("two handlers for " + type.getSimpleName());
            }
        }
        Map.copyOf(byType).values().forEach(this::bindEarlierVersions);
    }

    /** Earlier versions that have no handler of their own are handled as the version that has one. */
    private <E extends Event> void bindEarlierVersions(Bound<E> bound) {
        for (int version = EventTypes.version(bound.type()) - 1; version > 0; version--) {
            EventTypes.byName(EventTypes.name(bound.type(), version))
                    .ifPresent(earlier -> byType.putIfAbsent(
                            EventTypes.name(earlier), new Bound<>(bound.type(), bound.handler(), earlier)));
        }
    }

    /** Null for an event that this service does nothing about. */
    @Nullable Bound<?> of(String type) {
        return byType.get(type);
    }

    /** Topics of the event types that have a handler, without the installation's prefix. */
    SortedSet<String> topics() {
        return byType.values().stream()
                .map(bound -> EventTypes.topic(bound.type()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked") // the type was read from the handler's own declaration
    private static <E extends Event> Bound<E> bind(Class<E> type, Handler<?> handler) {
        return new Bound<>(type, (Handler<E>) handler, type);
    }

    /** The E of {@code implements Handler<E>}, looked for up the superclasses because beans may be proxies. */
    private static Class<? extends Event> eventOf(Class<?> handler) {
        for (Class<?> level = handler; level != null; level = level.getSuperclass()) {
            for (Type declared : level.getGenericInterfaces()) {
                if (declared instanceof ParameterizedType parameterized
                        && parameterized.getRawType() == Handler.class
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> event) {
                    return event.asSubclass(Event.class);
                }
            }
        }
        throw new IllegalStateException(handler + " must say which event it is for: implements Handler<...>");
    }
}
