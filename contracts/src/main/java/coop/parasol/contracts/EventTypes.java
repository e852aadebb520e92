package coop.parasol.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of the events on the wire, derived from the sealed hierarchy so that no list has to be kept by hand. */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> BY_NAME =
            all().stream().collect(Collectors.toUnmodifiableMap(EventTypes::name, Function.identity()));

    private EventTypes() {}

    /** Every event record, families in their declared order, events in the order of their interface. */
    public static List<Class<? extends Event>> all() {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                .toList();
    }

    /** CloudEvents type, such as {@code coop.parasol.membership.MemberAdmitted.v1}. */
    public static String name(Class<? extends Event> type) {
        return "coop.parasol." + service(type) + "." + type.getSimpleName() + ".v1";
    }

    /** The service that decides this event, in lower case: {@code membership}. */
    public static String service(Class<? extends Event> type) {
        String topic = topic(type);
        return topic.substring(0, topic.indexOf('.'));
    }

    /** The topic the event travels on. */
    public static String topic(Class<? extends Event> type) {
        Topic topic = type.getAnnotation(Topic.class);
        if (topic == null) {
            throw new IllegalArgumentException(type + " names no topic");
        }
        return topic.value();
    }

    /** The record for a CloudEvents type; empty for a type this release does not know. */
    public static Optional<Class<? extends Event>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
