package coop.parasol.portal.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Keeps what was typed into a form whose session has ended: the page has all its fields and sends them again. */
final class SessionEndedPage {

    private static final String CSRF = "csrf-token";

    private SessionEndedPage() {}

    @CheckedTemplate(basePath = "session")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ended(String action, List<Field> fields);
    }

    /** A field of the form that was sent. */
    record Field(String name, String value) {}

    static Response keeping(ContainerRequestContext request, ResteasyReactiveRequestContext call) {
        String action = request.getUriInfo().getRequestUri().getRawPath();
        return Response.status(Response.Status.UNAUTHORIZED)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.ended(action, fields(call.getFormData())).render())
                .build();
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
