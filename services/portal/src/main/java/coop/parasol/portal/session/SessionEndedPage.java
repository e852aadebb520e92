package coop.parasol.portal.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was typed into a form whose session has ended: the page has all its fields and sends them again. A browser may have lost the
 * cookie of the form's token with the session; the page has a new one then.
 */
@ApplicationScoped
class SessionEndedPage {

    private static final int TOKEN_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String origin;
    private final String tokenCookie;
    private final String tokenField;

    SessionEndedPage(
            @ConfigProperty(name = "parasol.public-origin") String origin,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String tokenCookie,
            @ConfigProperty(name = "quarkus.rest-csrf.form-field-name") String tokenField) {
        this.origin = origin;
        this.tokenCookie = tokenCookie;
        this.tokenField = tokenField;
    }

    @CheckedTemplate(basePath = "session")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ended(String action, String csrfName, String csrfToken, List<Field> fields);
    }

    /** A field of the form that was sent. */
    record Field(String name, String value) {}

    /**
     * The page; 400 without words if nothing says that the form was one of this portal's.
     *
     * @param form null where something else was sent
     */
    Response keeping(ContainerRequestContext request, @Nullable FormData form) {
        @Nullable String known = token(request);
        if (!isOfOurs(request, known, form)) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        String token = known == null ? newToken() : known;
        String action = request.getUriInfo().getRequestUri().getRawPath();
        Response.ResponseBuilder page = Response.status(Response.Status.UNAUTHORIZED)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.ended(action, tokenField, token, fields(form)).render());
        return known != null
                ? page.build()
                : page.cookie(cookie(token, request)).build();
    }

    /** Another site's form has another origin, as a browser says, and knows no token. */
    private boolean isOfOurs(ContainerRequestContext request, @Nullable String token, @Nullable FormData form) {
        return origin.equals(request.getHeaderString("Origin"))
                || (token != null
                        && form != null
                        && form.contains(tokenField)
                        && token.equals(form.getFirst(tokenField).getValue()));
    }

    /** That of the browser's cookie; null where it has none. */
    private @Nullable String token(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(tokenCookie);
        return cookie != null && TOKEN.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    private NewCookie cookie(String token, ContainerRequestContext request) {
        return new NewCookie.Builder(tokenCookie)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(request.getUriInfo().getRequestUri().getScheme().equals("https"))
                .build();
    }

    private static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** All fields but files, which a page cannot send again by itself, and the token, which the page has anew. */
    private List<Field> fields(@Nullable FormData form) {
        List<Field> fields = new ArrayList<>();
        if (form == null) {
            return fields;
        }
        form.forEach(name -> {
            if (!name.equals(tokenField)) {
                form.get(name).stream()
                        .filter(value -> !value.isFileItem())
                        .forEach(value -> fields.add(new Field(name, value.getValue())));
            }
        });
        return fields;
    }
}
