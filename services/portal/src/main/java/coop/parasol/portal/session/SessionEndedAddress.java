package coop.parasol.portal.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps which page was asked for when the session is found to have ended, so that signing in leads there. */
@ApplicationScoped
@Unremovable // asked for by its type while the portal runs, which the build does not see
@Redirect(Redirect.Location.SESSION_EXPIRED_PAGE)
final class SessionEndedAddress implements OidcRedirectFilter {

    private static final int MAX_ADDRESS = 1_000;

    @Override
    public void filter(OidcRedirectContext redirect) {
        HttpServerRequest request = redirect.routingContext().request();
        if (request.method().equals(HttpMethod.GET) && request.uri().length() <= MAX_ADDRESS) {
            redirect.additionalQueryParams().set("to", request.uri());
        }
    }
}
