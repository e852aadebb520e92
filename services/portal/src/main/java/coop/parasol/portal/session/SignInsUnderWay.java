package coop.parasol.portal.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bounds the cookies of sign-ins that were begun and not ended. Each page that asks for a sign-in begins one, which several tabs
 * of a browser need at the same time; a browser that asks for many pages and never signs in would send ever more of them, until
 * its requests were too large to be answered.
 */
@ApplicationScoped
final class SignInsUnderWay {

    /** How many of a browser's tabs can be at Keycloak's sign-in page at once; the newest count. */
    static final int MAX = 7;

    /** Of Quarkus' cookies with the state of a code flow; each flow has one of its own. */
    private static final String COOKIE = "q_auth";

    private static final String FORGOTTEN = "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";

    /** Before whatever answers a call. */
    private static final int FIRST = -30_000;

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(SignInsUnderWay::forgetOldest);
    }

    private static void forgetOldest(RoutingContext call) {
        List<String> oldest = beyondMax(call.request().headers().getAll(HttpHeaders.COOKIE));
        if (!oldest.isEmpty()) {
            call.addHeadersEndHandler(ending ->
                    oldest.forEach(name -> call.response().headers().add(HttpHeaders.SET_COOKIE, name + FORGOTTEN)));
        }
        call.next();
    }

    /**
     * The names of the oldest cookies of sign-ins beyond those that are kept.
     *
     * @param headers as a browser sends them: of one path the oldest first (RFC 6265, 5.4)
     */
    static List<String> beyondMax(List<String> headers) {
        List<String> names = headers.stream()
                .flatMap(header -> Stream.of(header.split(";", -1)))
                .map(cookie ->
                        cookie.substring(0, Math.max(0, cookie.indexOf('='))).strip())
                .filter(name -> name.startsWith(COOKIE))
                .toList();
        return names.subList(0, Math.max(0, names.size() - MAX));
    }
}
