package coop.parasol.portal.mail;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes the wish to leave: from the page's button, and from a mail program's own one (RFC 8058), which calls without cookies and must
 * not be redirected. The token is all that either needs, so that neither a sign-in nor the form's CSRF token is looked at.
 */
@ApplicationScoped
final class LeaveRoute {

    /** Before Quarkus' own handlers, which would look for a session and for CSRF tokens. */
    private static final int FIRST = -900;

    private static final int MAX_BODY = 1_000;
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final LeaveLinks links;

    LeaveRoute(LeaveLinks links) {
        this.links = links;
    }

    void install(@Observes Router router) {
        router.post("/notices/leave/:token")
                .order(FIRST)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .blockingHandler(this::leave);
    }

    private void leave(RoutingContext call) {
        String token = call.pathParam("token");
        call.response().putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff");
        if (!links.leave(token)) {
            call.response().setStatusCode(NOT_FOUND).end();
        } else if (call.request().getFormAttribute("List-Unsubscribe") != null) {
            call.response()
                    .setStatusCode(OK)
                    .putHeader("Content-Type", "text/plain")
                    .end("OK");
        } else {
            call.response()
                    .setStatusCode(SEE_OTHER)
                    .putHeader("Location", "/notices/leave/" + token + "?done=1")
                    .end();
        }
    }
}
