package coop.parasol.membership.equity;

import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.share.ShareRegister;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The share register over REST: names and shares, no bank accounts. */
@Path("/share-register")
@Tag(name = "Equity")
public class ShareRegisterResource {

    private static final String[] DESKS = {"registrar", "treasurer"};

    private final ShareRegister register;
    private final MemberRegister members;
    private final Caller caller;

    ShareRegisterResource(ShareRegister register, MemberRegister members, Caller caller) {
        this.register = register;
        this.members = members;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "listShareRegister",
            summary = "List every share that was ever issued; open to every active member")
    public Page<ShareCertificate> list(@BeanParam @Valid PageQuery query) {
        if (!caller.hasAny(DESKS) && !members.isActive(caller.member())) {
            throw Problem.forbidden("not-active", "The register is open to active members.");
        }
        Page<ShareRegister.Certificate> page = query.byNumber(register::list, ShareRegister.Certificate::number);
        Map<UUID, String> names = members.names(
                page.items().stream().map(ShareRegister.Certificate::memberId).toList());
        return page.map(certificate -> ShareCertificate.of(certificate, names));
    }
}
