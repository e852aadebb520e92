package coop.parasol.membership.share;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The share register at the border: names and shares, nothing of anybody's bank. */
@Path("/share-register")
@Tag(name = "Equity")
public class ShareRegisterResource {

    private static final String[] DESKS = {"registrar", "treasurer"};

    private final ShareRegister register;
    private final Caller caller;

    ShareRegisterResource(ShareRegister register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "Every share that was ever issued; open to every active member")
    public Page<ShareRegister.Certificate> list(@BeanParam @Valid PageQuery query) {
        if (!caller.hasAny(DESKS) && !register.isActive(caller.member())) {
            throw Problem.forbidden("not-active", "The register is open to active members.");
        }
        return Page.of(
                register.list(query.afterNumber().orElse(0L), query.fetch()), query.limit, ShareRegister::cursor);
    }
}
