package coop.parasol.messaging;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/**
 * Which version of an event this installation writes: setting {@code parasol.events.version.<Event>}, the latest if it is
 * not set. A service reads every version; the setting is raised when no instance is left that does not know the later one.
 */
@ApplicationScoped
public class EventVersions {

    private static final String SETTING = "parasol.events.version.";

    private final Config config;

    public EventVersions(Config config) {
        this.config = config;
    }

    /**
     * Whether events of this version are written, and not of an earlier one.
     *
     * @throws IllegalArgumentException if the setting is no version of the event
     */
    public boolean writes(Class<? extends Event> type) {
        int written = config.getOptionalValue(SETTING + EventTypes.noun(type), Integer.class)
                .orElse(EventTypes.version(type));
        if (EventTypes.byName(EventTypes.name(type, written)).isEmpty()) {
            throw new IllegalArgumentException(
                    SETTING + EventTypes.noun(type) + ": there is no version " + written + " of this event");
        }
        return written >= EventTypes.version(type);
    }
}
