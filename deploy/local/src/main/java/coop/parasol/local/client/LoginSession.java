package coop.parasol.local.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user's access token, which is renewed before it expires. */
final class LoginSession {

    private static final Duration REFRESH_BEFORE_EXPIRY = Duration.ofSeconds(30);

    private final KeycloakClient keycloak;
    private final String user;
    private final String password;
    private @Nullable String token;
    private Instant refreshAt = Instant.MIN;

    LoginSession(KeycloakClient keycloak, String user, String password) {
        this.keycloak = keycloak;
        this.user = user;
        this.password = password;
    }

    /** A token that is valid for at least another 30 seconds. */
    synchronized String token() {
        Instant now = Instant.now();
        if (token == null || now.isAfter(refreshAt)) {
            KeycloakClient.Token fresh = keycloak.signIn("parasol", "parasol-cli", user, password);
            token = fresh.value();
            refreshAt = now.plus(fresh.validFor()).minus(REFRESH_BEFORE_EXPIRY);
        }
        return token;
    }

    /** Forgets the token, which a service has rejected; the next call of {@link #token} signs in again. */
    synchronized void discardToken() {
        token = null;
    }
}
