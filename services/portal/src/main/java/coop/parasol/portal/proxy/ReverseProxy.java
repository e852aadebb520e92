package coop.parasol.portal.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passes on what is not a page: Keycloak's realm and its files, and {@code /api/<service>} for partners' own systems. So people
 * and programs know one address, which is also the issuer of every token. Keycloak's administration and its other realms are
 * not passed on.
 */
@ApplicationScoped
final class ReverseProxy {

    /** Before Quarkus' own handlers, which would look for a session and for CSRF tokens. */
    static final int FIRST = -1000;

    private static final int MAX_CONNECTIONS = 200;
    private static final int CONNECT_TIMEOUT_MS = 2000;

    private final Vertx vertx;
    private final URI keycloak;
    private final String publicOrigin;
    private final Map<String, URI> services;

    ReverseProxy(
            Vertx vertx,
            @ConfigProperty(name = "parasol.keycloak") URI keycloak,
            @ConfigProperty(name = "parasol.public-origin") String publicOrigin,
            ServiceAddresses services) {
        this.vertx = vertx;
        this.keycloak = keycloak;
        this.publicOrigin = publicOrigin;
        this.services = services.all();
    }

    void install(@Observes Router router) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setDecompressionSupported(false));
        HttpProxy realm = proxy(client, keycloak, "");
        for (String path : List.of("/realms/parasol/*", "/resources/*")) {
            router.route(path).order(FIRST).handler(call -> handle(realm, call));
        }
        services.forEach((service, address) -> {
            String prefix = "/api/" + service;
            HttpProxy proxy = proxy(client, address, prefix);
            router.route(prefix + "/*").order(FIRST).handler(call -> handle(proxy, call));
        });
    }

    private static void handle(HttpProxy proxy, RoutingContext call) {
        proxy.handle(call.request());
    }

    private HttpProxy proxy(HttpClient client, URI target, String prefix) {
        return HttpProxy.reverseProxy(client)
                .origin(target.getPort(), target.getHost())
                .addInterceptor(new Forwarding(prefix, URI.create(publicOrigin)));
    }

    /**
     * Tells the server behind who has called and by which address, and keeps the portal's cookies from it.
     *
     * @param prefix of the path, which the server behind does not know
     */
    private record Forwarding(String prefix, URI origin) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            request.setURI(request.getURI().substring(prefix.length()));
            String caller = request.proxiedRequest().remoteAddress().hostAddress();
            request.headers()
                    .set("X-Forwarded-For", caller)
                    .set("X-Forwarded-Proto", origin.getScheme())
                    .set("X-Forwarded-Host", origin.getAuthority())
                    .remove("Forwarded");
            if (!prefix.isEmpty()) {
                request.headers().remove(HttpHeaders.COOKIE);
            }
            return context.sendRequest();
        }
    }
}
