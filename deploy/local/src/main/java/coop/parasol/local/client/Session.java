package coop.parasol.local.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sign-in at Keycloak that is renewed before it is over. */
final class Session {

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Identity identity;
    private final String user;
    private final String password;
    private @Nullable String token;
    private Instant until = Instant.MIN;

    Session(Identity identity, String user, String password) {
        this.identity = identity;
        this.user = user;
        this.password = password;
    }

    synchronized String token() {
        Instant now = Instant.now();
        if (token == null || now.isAfter(until)) {
            Identity.Token fresh = identity.signIn("parasol", "parasol-cli", user, password);
            token = fresh.value();
            until = now.plus(fresh.lasts()).minus(EARLY);
        }
        return token;
    }

    synchronized void forget() {
        token = null;
    }
}
