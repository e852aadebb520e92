package coop.parasol.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of the events on the wire, derived from the sealed hierarchy so that no list has to be kept by hand. */
public final class EventTypes {

    private static final Pattern LATER_VERSION = Pattern.compile("V([2-9]|[1-9]\\d+)$");

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
        return name(type, version(type));
    }

    /** CloudEvents type of another version of the same event, whether there is one or not. */
    public static String name(Class<? extends Event> type, int version) {
        return "coop.parasol." + service(type) + "." + noun(type) + ".v" + version;
    }

    /** The name that all versions of an event share: {@code MemberActivated} for {@code MemberActivatedV2} too. */
    public static String noun(Class<? extends Event> type) {
        return LATER_VERSION.matcher(type.getSimpleName()).replaceFirst("");
    }

    /** The version, from the record's name: {@code MemberActivated} is version 1, {@code MemberActivatedV2} version 2. */
    public static int version(Class<? extends Event> type) {
        Matcher later = LATER_VERSION.matcher(type.getSimpleName());
        return later.find() ? Integer.parseInt(later.group(1)) : 1;
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
