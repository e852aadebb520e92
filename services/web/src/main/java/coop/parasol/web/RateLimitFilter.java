package coop.parasol.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a client address that calls a {@link RateLimited} method too often, with 429 and the seconds to wait; an IPv6
 * client counts by its network of 64 bits.
 */
public class RateLimitFilter {

    private static final int TOO_MANY = 429;
    private static final String ANONYMOUS = "anonymous";
    private static final String SETTINGS = "parasol.rate-limit.";

    private final RateLimitBuckets buckets;
    private final Config config;
    private final TrustedProxies proxies;

    RateLimitFilter(RateLimitBuckets buckets, Config config, TrustedProxies proxies) {
        this.buckets = buckets;
        this.config = config;
        this.proxies = proxies;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    public @Nullable Response limit(ResourceInfo resource, HttpServerRequest request) throws SQLException {
        Optional<String> name =
                Optional.ofNullable(resource.getResourceMethod()).flatMap(RateLimitFilter::limitOf);
        if (name.isEmpty()) {
            return null;
        }
        String settings = SETTINGS + name.get();
        int burst = config.getValue(settings + ".burst", Integer.class);
        int perMinute = config.getValue(settings + ".per-minute", Integer.class);
        OptionalInt wait = buckets.take(name.get(), network(proxies.caller(request)), burst, perMinute);
        return wait.isEmpty() ? null : refusal(wait.getAsInt());
    }

    /** The name of the limit of a method; empty if it has none. */
    static Optional<String> limitOf(Method method) {
        return annotation(method, RateLimited.class)
                .map(RateLimited::value)
                .or(() -> annotation(method, PermitAll.class).map(everybody -> ANONYMOUS));
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return Optional.ofNullable(method.getAnnotation(type))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(type)));
    }

    private static Response refusal(int seconds) {
        Problem problem = Problem.of(
                TOO_MANY, "too-many-requests", "You have sent too many requests. Try again in " + seconds + " s.");
        return Response.fromResponse(ProblemMappers.answer(problem))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    /** The client's address; of a client behind a trusted proxy perhaps only a name, or that it is unknown. */
    static String client(SocketAddress address) {
        String numbers = address.hostAddress();
        return numbers == null ? String.valueOf(address.host()) : numbers;
    }

    /** The address of an IPv4 client, the 64 bits of the network of an IPv6 client. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 3 ? address : String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
    }
}
