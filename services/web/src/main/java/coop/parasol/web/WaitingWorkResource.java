package coop.parasol.web;

import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller at a desk or in its own firm, in one call. */
@Path("/waiting-work")
@RolesAllowed({"registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk", "producer"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waiting work")
public class WaitingWorkResource {

    private final List<WaitingWork> features;
    private final Caller caller;

    WaitingWorkResource(@All List<WaitingWork> features, Caller caller) {
        this.features = features;
        this.caller = caller;
    }

    /** @param items of the roles that the caller has; empty where the service has no work for them */
    public record Work(List<WaitingWork.Waiting> items) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getWaitingWork",
            summary = "Show what waits for the caller, by kind, with the oldest of each: what it may decide as first or"
                    + " second person, and for a producer what its own firm has to do or to expect")
    public Work waiting() {
        return new Work(features.stream()
                .filter(feature -> feature.roles().stream().anyMatch(caller::has))
                .flatMap(feature -> feature.waitingFor(caller.actor()).stream())
                .filter(waiting -> caller.has(waiting.role()))
                .toList());
    }
}
