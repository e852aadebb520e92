package coop.parasol.portal.session;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * A browser that has lost all its cookies has lost that of the form's token with them, so that the form is refused before anybody asks
 * who has sent it. What was typed is kept as when the session alone has ended: where the form was a page of this portal, and nobody is
 * signed in.
 */
final class LostCookiesFilter {

    private final String origin;

    LostCookiesFilter(@ConfigProperty(name = "parasol.public-origin") String origin) {
        this.origin = origin;
    }

    /** Before a refusal without words gets some. */
    @ServerResponseFilter(priority = Priorities.USER + 1)
    public void keep(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo page) {
        if (response.getStatus() != Response.Status.BAD_REQUEST.getStatusCode()
                || response.hasEntity()
                || !request.getMethod().equals(HttpMethod.POST)
                || page.getResourceMethod() == null
                || SignInFilter.isPublic(page.getResourceMethod())
                || SignInFilter.hasSession(request)
                || !isOfOurs(request)) {
            return;
        }
        Response kept = SessionEndedPage.keeping(request, CurrentRequestManager.get());
        response.setStatus(kept.getStatus());
        response.setEntity(kept.getEntity());
        response.getHeaders().putAll(kept.getHeaders());
    }

    /** Another site's form has another origin, which a browser says. */
    private boolean isOfOurs(ContainerRequestContext request) {
        return origin.equals(request.getHeaderString("Origin"));
    }
}
