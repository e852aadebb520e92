package coop.parasol.local.client;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A user's access token, which is renewed before it expires. */
final class LoginSession {

    private static final Duration REFRESH_BEFORE_EXPIRY = Duration.ofSeconds(30);

    private final Supplier<KeycloakClient.Token> signIn;
    private @Nullable String token;
    private Instant refreshAt = Instant.MIN;

    /** @param signIn is called again when the token that it gave expires */
    LoginSession(Supplier<KeycloakClient.Token> signIn) {
        this.signIn = signIn;
    }

    /** A token that is valid for at least another 30 seconds. */
    synchronized String token() {
        Instant now = Instant.now();
        if (token == null || now.isAfter(refreshAt)) {
            KeycloakClient.Token fresh = signIn.get();
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
