package coop.parasol.production.machine;

import coop.parasol.production.machine.rules.MachineToken;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which machine a token is of. It is looked up at each call, so that nothing is good after it was revoked, or after its member has
 * left; a machine has one role and no other, and acts for its member.
 */
@ApplicationScoped
public class MachineIdentities implements IdentityProvider<MachineTokenRequest> {

    /** May report batches, and read them. */
    static final String ROLE = "producer-machine";

    @Override
    public Class<MachineTokenRequest> getRequestType() {
        return MachineTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(MachineTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> QuarkusTransaction.requiringNew().call(() -> identity(request.token())));
    }

    private static SecurityIdentity identity(MachineToken token) {
        Machine machine = Machine.<Machine>findByIdOptional(token.machineId())
                .filter(known -> known.tokenDigest != null && token.isOf(known.tokenDigest))
                .filter(known -> Member.isNotLeft(known.memberId))
                .orElseThrow(() -> new AuthenticationFailedException("the token of " + token + " is not good"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(machine.actor()))
                .addRole(ROLE)
                .addAttribute("member_id", machine.memberId)
                .build();
    }
}
