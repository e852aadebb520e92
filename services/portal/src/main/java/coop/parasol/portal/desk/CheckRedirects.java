package coop.parasol.portal.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.portal.page.PagePath;
import coop.parasol.portal.page.Person;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leads from a form to the page that shows what is about to be done, so that the browser's way back to it asks for no form to be sent
 * again. What the page shows is in a cookie for that page alone, which only the portal can read; nothing of it is in an address or kept
 * here.
 */
@Unremovable // pages find it by its class
@ApplicationScoped
class CheckRedirects {

    static final String COOKIE = "parasol-check";

    /** Browsers keep 4,096 bytes with the name and the attributes; what is longer is shown as the answer to the form. */
    private static final int MAX_COOKIE = 3_600;

    private static final Duration KEPT = Duration.ofHours(2);

    private final ObjectMapper json;
    private final Person person;
    private final SealedChecks seals;
    private final boolean isSecure;

    CheckRedirects(
            ObjectMapper json,
            Person person,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> secret,
            @ConfigProperty(name = "parasol.public-origin") String origin) {
        this.json = json;
        this.person = person;
        seals = new SealedChecks(
                secret.orElseGet(() -> UUID.randomUUID().toString()).getBytes(StandardCharsets.UTF_8));
        isSecure = origin.startsWith("https:");
    }

    Response to(Check check) {
        UUID id = UUID.randomUUID();
        String sealed = seals.seal(written(check), person.subject(), id);
        if (sealed.length() > MAX_COOKIE) {
            return Response.ok(Check.Templates.check(check)).build();
        }
        String path = PagePath.CHECKED + id;
        return Response.seeOther(URI.create(path + URI.create(check.back()).getRawPath()))
                .cookie(new NewCookie.Builder(COOKIE)
                        .value(sealed)
                        .path(path)
                        .maxAge((int) KEPT.toSeconds())
                        .httpOnly(true)
                        .secure(isSecure)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build())
                .build();
    }

    /** What was led to; empty if the browser has not kept it, or it is another person's. */
    Optional<Check> read(UUID id, String sealed) {
        return seals.open(sealed, person.subject(), id).map(this::read);
    }

    private String written(Check check) {
        try {
            return json.writeValueAsString(check);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Check read(String text) {
        try {
            return json.readValue(text, Check.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
