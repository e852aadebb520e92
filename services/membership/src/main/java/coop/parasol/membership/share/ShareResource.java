package coop.parasol.membership.share;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The value of a share at the border. */
@Path("/share-value")
@Tag(name = "Equity")
public class ShareResource {

    private final Share share;

    ShareResource(Share share) {
        this.share = share;
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(summary = "What one share is worth now, with the numbers behind it")
    public Share.Now value() {
        return share.now();
    }
}
