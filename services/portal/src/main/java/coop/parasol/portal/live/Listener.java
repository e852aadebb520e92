package coop.parasol.portal.live;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to a stream, as Keycloak said when it was opened.
 *
 * @param subject the person's identity at Keycloak
 * @param session of this browser at Keycloak
 * @param until when the sign-in has to be looked at again, and the stream ends
 */
public record Listener(
        String subject,
        String session,
        Instant until,
        Set<String> roles,
        @Nullable UUID memberId,
        @Nullable UUID partnerId) {

    boolean is(String role) {
        return roles.contains(role);
    }
}
