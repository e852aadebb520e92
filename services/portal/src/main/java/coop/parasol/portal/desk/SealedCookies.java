package coop.parasol.portal.desk;

import coop.parasol.portal.page.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What one page of a person has, kept by the browser for that page alone and read by the portal alone. */
@ApplicationScoped
class SealedCookies {

    /** Browsers keep 4,096 bytes with the name and the attributes. */
    private static final int MAX_COOKIE = 3_600;

    private static final Duration KEPT = Duration.ofHours(2);

    private final Person person;
    private final SealedChecks seals;
    private final boolean isSecure;

    SealedCookies(
            Person person,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> secret,
            @ConfigProperty(name = "parasol.public-origin") String origin) {
        this.person = person;
        seals = new SealedChecks(
                secret.orElseGet(() -> UUID.randomUUID().toString()).getBytes(StandardCharsets.UTF_8));
        isSecure = origin.startsWith("https:");
    }

    /**
     * A cookie for a page and what is below it.
     *
     * @param id of the page
     * @return empty if the text is longer than browsers keep
     */
    Optional<NewCookie> of(String name, String text, UUID id, String path) {
        String sealed = seals.seal(text, person.subject(), id);
        if (sealed.length() > MAX_COOKIE) {
            return Optional.empty();
        }
        return Optional.of(new NewCookie.Builder(name)
                .value(sealed)
                .path(path)
                .maxAge((int) KEPT.toSeconds())
                .httpOnly(true)
                .secure(isSecure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build());
    }

    /** The text; empty if it is another person's or page's, or was changed. */
    Optional<String> read(UUID id, String sealed) {
        return seals.open(sealed, person.subject(), id);
    }
}
