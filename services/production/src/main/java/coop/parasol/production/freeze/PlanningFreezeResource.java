package coop.parasol.production.freeze;

import coop.parasol.contracts.Period;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: which weeks are open for commitments. */
@Path("/planning-freeze")
@Tag(name = "Commitments")
public class PlanningFreezeResource {

    private final PlanningFreeze freeze;

    PlanningFreezeResource(PlanningFreeze freeze) {
        this.freeze = freeze;
    }

    /**
     * How far planning is frozen at the moment.
     *
     * @param firstOpen the first ISO week for which commitments may be made and changed; all before it are frozen or over
     */
    public record PlanningFreezeView(Period firstOpen) {}

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(operationId = "getPlanningFreeze", summary = "Tell the first week for which commitments may be made")
    public PlanningFreezeView show() {
        return new PlanningFreezeView(freeze.firstOpen());
    }
}
