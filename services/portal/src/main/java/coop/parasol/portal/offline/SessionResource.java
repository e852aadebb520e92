package coop.parasol.portal.offline;

import coop.parasol.portal.page.Person;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Tells the page for work without a line who has signed in, once there is a line. */
@Path("offline/session")
@Produces(MediaType.APPLICATION_JSON)
final class SessionResource {

    private final Person person;
    private final CsrfTokenParameterProvider csrf;

    SessionResource(Person person, CsrfTokenParameterProvider csrf) {
        this.person = person;
        this.csrf = csrf;
    }

    /**
     * Who has signed in.
     *
     * @param person the identity at Keycloak, whose work alone is sent in this session
     * @param roles of those that have work without a line
     * @param token that each call has in its header {@code X-CSRF-TOKEN}
     */
    record Session(String person, List<String> roles, String token) {}

    @GET
    public Session session() {
        return new Session(
                person.subject(), Shell.ROLES.stream().filter(person::is).toList(), csrf.getToken());
    }
}
