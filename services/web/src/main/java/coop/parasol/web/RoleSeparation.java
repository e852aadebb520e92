package coop.parasol.web;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A person may hold several desk roles, but never judge batches as an auditor and decide about certificates at the quality
 * desk (bylaws; ISO/IEC 17065, 7.6.2): who has been given both roles holds neither until one is taken away.
 */
@ApplicationScoped
public class RoleSeparation implements SecurityIdentityAugmentor {

    private static final Set<String> NEVER_TOGETHER = Set.of("auditor", "quality-desk");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(separated(identity));
    }

    static SecurityIdentity separated(SecurityIdentity identity) {
        if (!identity.getRoles().containsAll(NEVER_TOGETHER)) {
            return identity;
        }
        QuarkusSecurityIdentity.Builder rest = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes());
        identity.getRoles().stream()
                .filter(Predicate.not(NEVER_TOGETHER::contains))
                .forEach(rest::addRole);
        return rest.build();
    }
}
