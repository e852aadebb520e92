package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.worklist.InspectionClaims;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of the claims of all batches, for the quality desk. */
@Path("/claims")
@Tag(name = "Inspections")
public class ClaimListResource {

    private final InspectionClaims claims;
    private final FirmClock clock;

    ClaimListResource(InspectionClaims claims, FirmClock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("quality-desk")
    @Transactional
    @Operation(summary = "List the claims that hold, the oldest first")
    public Page<ClaimView> list(@BeanParam @Valid PageQuery query) {
        Instant now = clock.now();
        return query.byId((after, maxRows) -> claims.page(after, maxRows, now), InspectionClaims.Claim::id)
                .map(ClaimView::of);
    }
}
