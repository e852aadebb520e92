package coop.parasol.membership.equity;

import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.share.ShareRegister;
import coop.parasol.web.Caller;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of a member's share certificate. */
@Path("/members/{memberId}/share-certificate")
@Tag(name = "Equity")
public class ShareCertificateResource {

    private final ShareRegister register;
    private final MemberRegister members;
    private final Caller caller;

    ShareCertificateResource(ShareRegister register, MemberRegister members, Caller caller) {
        this.register = register;
        this.members = members;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "Show a member's share; a producer sees its own")
    public ShareCertificate get(@PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, "registrar", "treasurer");
        ShareRegister.Certificate certificate =
                register.find(memberId).orElseThrow(() -> Problem.notFound("share of member", memberId));
        return ShareCertificate.of(certificate, members.names(List.of(memberId)));
    }
}
