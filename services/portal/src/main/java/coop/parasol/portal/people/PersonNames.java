package coop.parasol.portal.people;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.portal.people.KeycloakAdministration.UnavailableException;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The names of people, for pages that say who has decided something: services record the identity at Keycloak alone. A name is
 * remembered in memory for ten minutes. While Keycloak is away it is not asked for half a minute, so that pages do not wait for it.
 */
@Unremovable // templates look it up by its class, which the build does not see
@ApplicationScoped
public class PersonNames {

    private static final Logger LOG = Logger.getLogger(PersonNames.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long PAUSE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MAX_REMEMBERED = 20_000;

    private final KeycloakAdministration keycloak;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile long awaySince = System.nanoTime() - PAUSE_NANOS;

    PersonNames(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
    }

    private record Known(Optional<String> name, Optional<UUID> memberId, long since) {}

    /**
     * Given and family name, and the name the person signs in with, which nobody can choose anew; empty where Keycloak does not know
     * the person any more, or is away.
     *
     * @param subject the person's identity at Keycloak
     */
    public Optional<String> find(String subject) {
        return known(subject).flatMap(Known::name);
    }

    /**
     * The member for which the person acts; empty where it acts for none, Keycloak does not know it any more, or is away.
     *
     * @param subject the person's identity at Keycloak
     */
    public Optional<UUID> member(String subject) {
        return known(subject).flatMap(Known::memberId);
    }

    private Optional<Known> known(String subject) {
        long now = System.nanoTime();
        Known remembered = known.get(subject);
        if (remembered != null && now - remembered.since() < REMEMBERED_NANOS) {
            return Optional.of(remembered);
        }
        if (now - awaySince < PAUSE_NANOS || !BlockingOperationControl.isBlockingAllowed()) {
            return Optional.ofNullable(remembered);
        }
        try {
            Optional<JsonNode> person = keycloak.get("/users/" + subject, PATIENCE);
            Known asked = new Known(person.map(PersonNames::name), person.flatMap(PersonNames::member), now);
            if (known.size() >= MAX_REMEMBERED) {
                known.clear();
            }
            known.put(subject, asked);
            return Optional.of(asked);
        } catch (UnavailableException e) {
            awaySince = System.nanoTime();
            LOG.warnf("Pages show identities in place of names for a while: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<UUID> member(JsonNode person) {
        String memberId = person.path("attributes").path("member_id").path(0).asText();
        return memberId.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(memberId));
    }

    private static String name(JsonNode person) {
        String full = Stream.of("firstName", "lastName")
                .map(part -> person.path(part).asText().strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String signsInAs = person.path("username").asText();
        return full.isEmpty() || full.equals(signsInAs) ? signsInAs : full + " (" + signsInAs + ")";
    }
}
