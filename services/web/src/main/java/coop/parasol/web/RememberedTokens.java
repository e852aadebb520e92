package coop.parasol.web;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token's signature, issuer and audience once and remembers whose it is for a minute: callers send the same token again and
 * again. What was verified is the token as a whole, so that a token that differs in any character is verified anew. Within a minute a
 * token is refused whose key Keycloak has withdrawn, once the service has heard of it; otherwise a token is good until it ends, whatever
 * happens to its account meanwhile.
 */
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {

    /** Tokens remembered, each with its claims some kilobytes; the one used longest ago is forgotten first. */
    private static final int MAX_TOKENS = 500;

    private static final String BEARER = "Bearer ";
    private static final String REQUEST = RoutingContext.class.getName();

    private final OidcAuthenticationMechanism oidc;
    private final Map<String, Verified> verified = new LinkedHashMap<>(MAX_TOKENS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    private final Duration maxTime;

    /** @param maxTime after which a token is verified again */
    RememberedTokens(
            OidcAuthenticationMechanism oidc,
            @ConfigProperty(name = "parasol.token.remembered-for", defaultValue = "60s") Duration maxTime) {
        this.oidc = oidc;
        this.maxTime = maxTime;
    }

    private record Verified(SecurityIdentity identity, Instant until) {}

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return oidc.authenticate(request, providers);
        }
        SecurityIdentity known = find(header, Instant.now());
        return known != null
                ? Uni.createFrom().item(copy(known, request))
                : oidc.authenticate(request, providers).onItem().invoke(identity -> remember(header, identity));
    }

    private @Nullable SecurityIdentity find(String header, Instant now) {
        synchronized (verified) {
            Verified found = verified.get(header);
            if (found == null) {
                return null;
            }
            if (!now.isBefore(found.until())) {
                verified.remove(header);
                return null;
            }
            return found.identity();
        }
    }

    private void remember(String header, @Nullable SecurityIdentity identity) {
        if (identity != null
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.getExpirationTime() > 0) {
            Instant end = Instant.ofEpochSecond(token.getExpirationTime());
            Instant again = Instant.now().plus(maxTime);
            Verified entry = new Verified(copy(identity, null), again.isBefore(end) ? again : end);
            synchronized (verified) {
                verified.put(header, entry);
            }
        }
    }

    /** How many tokens are remembered. */
    int size() {
        synchronized (verified) {
            return verified.size();
        }
    }

    /** The identity for another request; what is remembered holds on to none. */
    private static SecurityIdentity copy(SecurityIdentity identity, @Nullable RoutingContext request) {
        QuarkusSecurityIdentity.Builder copy = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials());
        identity.getAttributes().forEach((name, value) -> {
            if (!name.equals(REQUEST)) {
                copy.addAttribute(name, value);
            }
        });
        if (request != null) {
            copy.addAttribute(REQUEST, request);
        }
        return copy.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    /** Before the mechanism that verifies. */
    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
