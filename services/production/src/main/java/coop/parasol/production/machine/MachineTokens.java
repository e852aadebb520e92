package coop.parasol.production.machine;

import coop.parasol.production.machine.rules.MachineToken;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Signs machines in by their tokens, which this service has issued itself; everybody else signs in at Keycloak. */
@ApplicationScoped
public class MachineTokens implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final OidcAuthenticationMechanism oidc;

    MachineTokens(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER + MachineToken.PREFIX)) {
            return Uni.createFrom().nullItem();
        }
        return MachineToken.parse(header.substring(BEARER.length()).strip())
                .map(token -> providers.authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new MachineTokenRequest(token), request)))
                .orElseGet(() -> Uni.createFrom()
                        .failure(new AuthenticationFailedException("what was sent is no token of a machine")));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(MachineTokenRequest.class);
    }

    /** Before those that ask Keycloak, which would refuse such a token. */
    @Override
    public int getPriority() {
        return oidc.getPriority() + 2;
    }
}
