package coop.parasol.portal.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/** Keeps what was typed into a form whose session has ended: the page has all its fields and sends them again. */
final class SessionEndedPage {

    /** As Quarkus names and reads them: the form's field repeats what the cookie says. */
    private static final String CSRF = "csrf-token";

    private static final String CSRF_COOKIE = "parasol-csrf";
    private static final int CSRF_BYTES = 16;
    private static final Pattern CSRF_TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionEndedPage() {}

    @CheckedTemplate(basePath = "session")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ended(String action, String csrfName, String csrfToken, List<Field> fields);
    }

    /** A field of the form that was sent. */
    record Field(String name, String value) {}

    static Response keeping(ContainerRequestContext request, ResteasyReactiveRequestContext call) {
        String action = request.getUriInfo().getRequestUri().getRawPath();
        @Nullable String known = csrfToken(request);
        String token = known == null ? newToken() : known;
        Response.ResponseBuilder page = Response.status(Response.Status.UNAUTHORIZED)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.ended(action, CSRF, token, fields(call.getFormData()))
                        .render());
        return known != null
                ? page.build()
                : page.cookie(cookie(token, request)).build();
    }

    /** That of the browser's cookie; null where it has none. */
    private static @Nullable String csrfToken(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(CSRF_COOKIE);
        return cookie != null && CSRF_TOKEN.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    /** A browser may have lost all its cookies with the session. */
    private static NewCookie cookie(String token, ContainerRequestContext request) {
        return new NewCookie.Builder(CSRF_COOKIE)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(request.getUriInfo().getRequestUri().getScheme().equals("https"))
                .build();
    }

    private static String newToken() {
        byte[] token = new byte[CSRF_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** All fields but files, which a page cannot send again by itself, and the CSRF token, which the page has anew. */
    private static List<Field> fields(FormData form) {
        List<Field> fields = new ArrayList<>();
        if (form == null) {
            return fields;
        }
        form.forEach(name -> {
            if (!name.equals(CSRF)) {
                form.get(name).stream()
                        .filter(value -> !value.isFileItem())
                        .forEach(value -> fields.add(new Field(name, value.getValue())));
            }
        });
        return fields;
    }
}
