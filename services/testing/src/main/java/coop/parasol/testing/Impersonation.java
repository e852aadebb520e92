package coop.parasol.testing;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.security.TestIdentityAssociation;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Makes calls as somebody else than the test's user, where a test needs several people. */
public final class Impersonation {

    private Impersonation() {}

    /** @param claims of the token, such as {@code member_id} */
    public static <T> T as(String name, Map<String, String> claims, Set<String> roles, Supplier<T> calls) {
        TestIdentityAssociation association =
                CDI.current().select(TestIdentityAssociation.class).get();
        SecurityIdentity before = association.getTestIdentity();
        association.setTestIdentity(QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(name, claims))
                .addRoles(roles)
                .build());
        try {
            return calls.get();
        } finally {
            association.setTestIdentity(before);
        }
    }

    private record Token(String name, Map<String, String> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so is the interface
        public <C> @Nullable C getClaim(String claim) {
            return (C) claims.get(claim);
        }
    }
}
