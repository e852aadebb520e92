package coop.parasol.portal.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.portal.page.PagePath;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * Leads from a form to the page that shows what is about to be done, so that the browser's way back to it asks for no form to be sent
 * again. What the page shows is in a cookie for that page alone, which only the portal can read; nothing of it is in an address or kept
 * here.
 */
@Unremovable // pages find it by its class
@ApplicationScoped
class CheckRedirects {

    static final String COOKIE = "parasol-check";

    private final ObjectMapper json;
    private final SealedCookies cookies;

    CheckRedirects(ObjectMapper json, SealedCookies cookies) {
        this.json = json;
        this.cookies = cookies;
    }

    /** What is longer than browsers keep is shown as the answer to the form. */
    Response to(Check check) {
        UUID id = UUID.randomUUID();
        String path = PagePath.CHECKED + id;
        Optional<NewCookie> cookie = cookies.of(COOKIE, written(check), id, path);
        return cookie.map(kept -> Response.seeOther(
                                URI.create(path + URI.create(check.back()).getRawPath()))
                        .cookie(kept)
                        .build())
                .orElseGet(() -> Response.ok(Check.Templates.check(check)).build());
    }

    /** What was led to; empty if the browser has not kept it, or it is another person's. */
    Optional<Check> read(UUID id, String sealed) {
        return cookies.read(id, sealed).map(this::read);
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
