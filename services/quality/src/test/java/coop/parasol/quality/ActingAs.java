package coop.parasol.quality;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.security.TestIdentityAssociation;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Makes calls as somebody else than the test's user, where a test needs several people. */
public final class ActingAs {

    private ActingAs() {}

    public static <T> T producer(UUID member, Supplier<T> calls) {
        return with("asha", Map.of("member_id", member.toString()), Set.of("producer"), calls);
    }

    public static <T> T auditor(UUID auditor, Supplier<T> calls) {
        return with("auditor-" + auditor, Map.of("auditor_id", auditor.toString()), Set.of("auditor"), calls);
    }

    /** Somebody who inspects for the firm and owns a workshop of its own. */
    public static <T> T auditorWhoOwns(UUID member, UUID auditor, Supplier<T> calls) {
        return with(
                "auditor-" + auditor,
                Map.of("auditor_id", auditor.toString(), "member_id", member.toString()),
                Set.of("auditor", "producer"),
                calls);
    }

    /** A person of the quality desk. */
    public static <T> T qualityDesk(String name, Supplier<T> calls) {
        return with(name, Map.of(), Set.of("quality-desk"), calls);
    }

    private static <T> T with(String name, Map<String, String> claims, Set<String> roles, Supplier<T> calls) {
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
