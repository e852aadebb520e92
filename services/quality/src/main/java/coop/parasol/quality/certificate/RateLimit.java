package coop.parasol.quality.certificate;

import coop.parasol.quality.certificate.rules.TokenBucket;
import coop.parasol.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how often a client address may call a {@link RateLimited} resource; an IPv6 client counts by its network of 64
 * bits. There is a fixed number of buckets, so that no flood of addresses fills the memory; which addresses share a bucket
 * is different in every process.
 */
@RateLimited
@Provider
@Singleton
public class RateLimit implements ContainerRequestFilter {

    private static final int TOO_MANY = 429;
    private static final int BUCKETS = 1 << 14;

    private final AtomicReferenceArray<TokenBucket> buckets = new AtomicReferenceArray<>(BUCKETS);
    private final int salt = new SecureRandom().nextInt();
    private final HttpServerRequest request;
    private final int burst;
    private final int perMinute;

    RateLimit(
            HttpServerRequest request,
            @ConfigProperty(name = "parasol.verification.burst") int burst,
            @ConfigProperty(name = "parasol.verification.per-minute") int perMinute) {
        this.request = request;
        this.burst = burst;
        this.perMinute = perMinute;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        long now = System.nanoTime();
        int seconds = bucket(network(client(request.remoteAddress())), now).take(now);
        if (seconds > 0) {
            context.abortWith(Response.status(TOO_MANY)
                    .type("application/problem+json")
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .entity(Problem.of(
                                    TOO_MANY,
                                    "too-many-requests",
                                    "You have sent too many requests. Try again in " + seconds + " s.")
                            .document())
                    .build());
        }
    }

    private TokenBucket bucket(String client, long now) {
        int hash = (client.hashCode() ^ salt) * 0x9E3779B9;
        int index = hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BUCKETS));
        TokenBucket known = buckets.get(index);
        if (known != null) {
            return known;
        }
        TokenBucket made = new TokenBucket(burst, perMinute, now);
        TokenBucket other = buckets.compareAndExchange(index, null, made);
        return other == null ? made : other;
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
