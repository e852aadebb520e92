package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.Superseded;
import coop.parasol.messaging.ReadModel.Projection;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The handlers of this service, each by the CloudEvents type of its event. */
@ApplicationScoped
class Handlers {

    private final Map<String, TypedHandler<?>> byType = new HashMap<>();

    /**
     * A handler and the event record that it takes.
     *
     * @param written the event record as it was written: of the same version, or of an earlier one
     */
    record TypedHandler<E extends Event>(Class<E> type, Handler<E> handler, Class<? extends Event> written) {

        void handle(List<ReceivedEvent> received) {
            if (received.size() == 1) {
                ReceivedEvent only = received.getFirst();
                handler.on(read(only), only.envelope());
            } else {
                handler.onAll(received.stream()
                        .map(one -> new Handler.Received<>(read(one), one.envelope()))
                        .toList());
            }
        }

        private E read(ReceivedEvent received) {
            Event event = CloudEvents.event(written, received.payload().json());
            while (event instanceof Superseded<?> earlier && !type.isInstance(event)) {
                event = earlier.upgraded();
            }
            return type.cast(event);
        }
    }

    /** @throws IllegalStateException if two handlers are for the same event, or one does not declare its event type */
    @Inject
    Handlers(@All List<Handler<?>> handlers) {
        for (Handler<?> handler : handlers) {
            Class<? extends Event> type = eventOf(handler.getClass());
            if (byType.put(EventTypes.name(type), bind(type, handler)) != null) {
                throw new IllegalStateException("two handlers for " + type.getSimpleName());
            }
        }
        Map.copyOf(byType).values().forEach(this::bindEarlierVersions);
    }

    private Handlers(Map<Class<? extends Event>, List<Projection<?>>> projections) {
        projections.forEach((type, each) -> byType.put(EventTypes.name(type), bind(type, new ProjectionHandler(each))));
        Map.copyOf(byType).values().forEach(this::bindEarlierVersions);
    }

    /** What events do to the read models, and nothing else that the service does when it receives them. */
    static Handlers ofReadModels(Collection<ReadModel> readModels) {
        Map<Class<? extends Event>, List<Projection<?>>> byEvent = new HashMap<>();
        for (ReadModel model : readModels) {
            for (Projection<?> projection : model.projections()) {
                byEvent.computeIfAbsent(projection.event(), any -> new ArrayList<>())
                        .add(projection);
            }
        }
        return new Handlers(byEvent);
    }

    /** Gives events to all projections of their type, in sets. */
    private record ProjectionHandler(List<Projection<?>> projections) implements SetHandler<Event> {

        @Override
        public void onAll(List<Received<Event>> events) {
            projections.forEach(projection -> apply(projection, events));
        }

        private static <E extends Event> void apply(Projection<E> projection, List<Received<Event>> events) {
            projection
                    .apply()
                    .accept(events.stream()
                            .map(received -> projection.event().cast(received.event()))
                            .toList());
        }
    }

    /** Earlier versions that have no handler of their own are handled as the version that has one. */
    private <E extends Event> void bindEarlierVersions(TypedHandler<E> bound) {
        for (int version = EventTypes.version(bound.type()) - 1; version > 0; version--) {
            EventTypes.byName(EventTypes.name(bound.type(), version))
                    .ifPresent(earlier -> byType.putIfAbsent(
                            EventTypes.name(earlier), new TypedHandler<>(bound.type(), bound.handler(), earlier)));
        }
    }

    /** The handler of a CloudEvents type; null if this service has none. */
    @Nullable TypedHandler<?> find(String type) {
        return byType.get(type);
    }

    /**
     * Calls the events' handlers in the present transaction, in the order of each aggregate's events.
     *
     * @param inSets whether handlers that take sets get them
     * @param current is set to the event that is being handled, null for a set of several
     * @throws IllegalStateException if this service has no handler for one of them
     */
    void handle(List<ReceivedEvent> events, boolean inSets, AtomicReference<@Nullable ReceivedEvent> current) {
        for (List<ReceivedEvent> set :
                inSets ? sets(events) : events.stream().map(List::of).toList()) {
            current.set(set.size() == 1 ? set.getFirst() : null);
            handler(set.getFirst()).handle(set);
        }
        current.set(null);
    }

    /**
     * Events of a type whose handler takes sets come together, unless an event of another type lies between two of one aggregate:
     * what is told of different aggregates has no order.
     */
    private List<List<ReceivedEvent>> sets(List<ReceivedEvent> events) {
        List<List<ReceivedEvent>> sets = new ArrayList<>();
        Map<TypedHandler<?>, Integer> lastOfHandler = new HashMap<>();
        Map<ReceivedEvent.AggregateKey, Integer> lastOfAggregate = new HashMap<>();
        for (ReceivedEvent event : events) {
            TypedHandler<?> handler = handler(event);
            int open = lastOfHandler.getOrDefault(handler, -1);
            if (open < 0 || open < lastOfAggregate.getOrDefault(event.key(), -1)) {
                open = sets.size();
                sets.add(new ArrayList<>());
                if (handler.handler().takesSets()) {
                    lastOfHandler.put(handler, open);
                }
            }
            sets.get(open).add(event);
            lastOfAggregate.put(event.key(), open);
        }
        return sets;
    }

    private TypedHandler<?> handler(ReceivedEvent event) {
        String type = event.envelope().type();
        TypedHandler<?> handler = find(type);
        if (handler == null) {
            throw new IllegalStateException("no handler for " + type);
        }
        return handler;
    }

    /** The same for one event. */
    void handle(ReceivedEvent event) {
        handle(List.of(event), false, new AtomicReference<>());
    }

    /** Topics of the event types that have a handler, without the installation's prefix. */
    SortedSet<String> topics() {
        return new TreeSet<>(topicByType().values());
    }

    /** The CloudEvents types that have a handler, each with its topic without the installation's prefix. */
    Map<String, String> topicByType() {
        return byType.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        bound -> EventTypes.topic(bound.getValue().written())));
    }

    @SuppressWarnings("unchecked") // the type was read from the handler's own declaration
    private static <E extends Event> TypedHandler<E> bind(Class<E> type, Handler<?> handler) {
        return new TypedHandler<>(type, (Handler<E>) handler, type);
    }

    /** The E of {@code implements Handler<E>} or {@code SetHandler<E>}, looked for up the superclasses because beans may be proxies. */
    private static Class<? extends Event> eventOf(Class<?> handler) {
        for (Class<?> level = handler; level != null; level = level.getSuperclass()) {
            for (Type declared : level.getGenericInterfaces()) {
                if (declared instanceof ParameterizedType parameterized
                        && parameterized.getRawType() instanceof Class<?> declaredType
                        && Handler.class.isAssignableFrom(declaredType)
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> event) {
                    return event.asSubclass(Event.class);
                }
            }
        }
        throw new IllegalStateException(handler + " must say which event it is for: implements Handler<...>");
    }
}
