package coop.parasol.membership.share;

import coop.parasol.web.Caller;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's certificate at the border. */
@Path("/members/{memberId}/share-certificate")
@Tag(name = "Equity")
public class CertificateResource {

    private final ShareRegister register;
    private final Caller caller;

    CertificateResource(ShareRegister register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "A member's share; a producer sees its own")
    public ShareRegister.Certificate get(@PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, "registrar", "treasurer");
        return register.of(memberId).orElseThrow(() -> Problem.notFound("share of member", memberId));
    }
}
