package coop.parasol.membership.sharevalue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of the value of a share. */
@Path("/share-value")
@Tag(name = "Equity")
public class ShareValueResource {

    private final ShareValuation shareValuation;

    ShareValueResource(ShareValuation shareValuation) {
        this.shareValuation = shareValuation;
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(operationId = "getShareValue", summary = "Show what one share is worth now, with the numbers behind it")
    public ShareValuation.Breakdown value() {
        return shareValuation.now();
    }
}
