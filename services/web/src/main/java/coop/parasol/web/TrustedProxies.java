package coop.parasol.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which address a call came: that of the connection, unless a proxy that is trusted passes it on and says another one.
 * Whoever else says one is not believed, or it could call as often as it likes.
 */
@ApplicationScoped
class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<String> trusted;

    /** @param trusted host names or addresses */
    TrustedProxies(@ConfigProperty(name = "parasol.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of());
    }

    /** The address of who has called. */
    String caller(HttpServerRequest request) {
        return caller(
                RateLimitFilter.client(request.remoteAddress()),
                request.headers().getAll(FORWARDED_FOR));
    }

    /**
     * @param connected the address of the connection
     * @param said every header in which somebody says from where the call came
     */
    String caller(String connected, List<String> said) {
        if (said.isEmpty() || trusted.stream().noneMatch(proxy -> isAt(proxy, connected))) {
            return connected;
        }
        // what stands last was added by the proxy that is trusted
        String last = said.getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private static boolean isAt(String proxy, String address) {
        try {
            return Arrays.stream(InetAddress.getAllByName(proxy.strip()))
                    .anyMatch(known -> known.getHostAddress().equals(address));
        } catch (UnknownHostException notThere) {
            return false;
        }
    }
}
