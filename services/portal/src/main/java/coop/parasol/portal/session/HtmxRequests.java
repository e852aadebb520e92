package coop.parasol.portal.session;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A part of a page that a script asks for after the session has ended is answered with 499 and not with a redirect to Keycloak,
 * whose page would appear inside of the page; portal.js then says that the session has ended.
 */
@ApplicationScoped
final class HtmxRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return context.request().headers().contains("HX-Request");
    }
}
