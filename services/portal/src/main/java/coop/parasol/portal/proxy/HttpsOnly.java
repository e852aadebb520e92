package coop.parasol.portal.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the portal has a certificate, leads calls without HTTPS to the public origin, and hands out the certificate of the
 * authority that signed it, also without HTTPS: nobody trusts the address before. Behind a firm's own proxy it does neither.
 */
@ApplicationScoped
final class HttpsOnly {

    static final String AUTHORITY_PATH = "/authority.crt";

    /** Before everything else, {@link ReverseProxy} too. */
    private static final int FIRST = ReverseProxy.FIRST - 2;

    /** Keeps the method and the body of a call (RFC 9110, 15.4.9). */
    private static final int PERMANENT_REDIRECT = 308;

    private final boolean hasCertificate;
    private final Optional<String> authority;
    private final String publicOrigin;

    HttpsOnly(
            @ConfigProperty(name = "quarkus.http.ssl.certificate.files") Optional<List<String>> certificate,
            @ConfigProperty(name = "parasol.https.authority") Optional<String> authority,
            @ConfigProperty(name = "parasol.public-origin") String publicOrigin) {
        this.hasCertificate = certificate.isPresent();
        this.authority = authority;
        this.publicOrigin = publicOrigin;
    }

    void install(@Observes Router router) {
        authority.ifPresent(file -> router.get(AUTHORITY_PATH).order(FIRST).handler(call -> send(file, call)));
        if (hasCertificate) {
            router.route().order(FIRST + 1).handler(this::redirect);
        }
    }

    /** With the media type for which phones offer to trust it. */
    private static void send(String file, RoutingContext call) {
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-x509-ca-cert")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .sendFile(file)
                .onFailure(call::fail);
    }

    private void redirect(RoutingContext call) {
        if (call.request().isSSL()) {
            call.next();
            return;
        }
        call.response()
                .setStatusCode(PERMANENT_REDIRECT)
                .putHeader(HttpHeaders.LOCATION, publicOrigin + call.request().uri())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
