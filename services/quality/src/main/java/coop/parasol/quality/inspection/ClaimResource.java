package coop.parasol.quality.inspection;

import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.worklist.InspectionClaims;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import coop.parasol.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of claims: which auditor inspects which batch. */
@Path("/batches")
@Tag(name = "Inspections")
public class ClaimResource {

    private static final String DESK = "quality-desk";

    private final ClaimInspection claimInspection;
    private final Caller caller;

    ClaimResource(ClaimInspection claimInspection, Caller caller) {
        this.claimInspection = claimInspection;
        this.caller = caller;
    }

    /** @param auditorId who is to inspect the batch */
    public record Assignment(@NotNull UUID auditorId) {}

    @POST
    @Path("/{batchId}/claim")
    @RolesAllowed("auditor")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Claim a batch: until the claim lapses no other auditor submits in the caller's place; what others save"
                            + " as a draft is still kept")
    public Response claim(@PathParam("batchId") UUID batchId) {
        OpenInspection.Request request = new OpenInspection.Request(
                batchId, caller.auditor(), caller.memberId().orElse(null), null);
        return answer(claimInspection.claim(request, null));
    }

    @POST
    @Path("/{batchId}/assignment")
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Assign an auditor to a batch, as if it had claimed it")
    public Response assign(@PathParam("batchId") UUID batchId, @Valid @NotNull Assignment assignment) {
        UUID auditor = assignment.auditorId();
        if (Auditor.findByIdOptional(auditor).isEmpty()) {
            throw Problem.invalid("auditorId", "unknown-auditor", "No auditor is registered under this id.");
        }
        ClaimInspection.Outcome outcome =
                claimInspection.claim(new OpenInspection.Request(batchId, auditor, null, null), caller.actor());
        if (outcome instanceof ClaimInspection.Refused(Refusal.Conflict(String code, var _))
                && code.equals("conflict-of-interest")) {
            throw Problem.invalid("auditorId", code, "This auditor has an interest in the producer of the batch.");
        }
        return answer(outcome);
    }

    @DELETE
    @Path("/{batchId}/claims/{auditorId}")
    @RolesAllowed({"auditor", DESK})
    @Transactional
    @Operation(summary = "Release a claim before it lapses: an auditor its own, the quality desk any")
    public Response release(@PathParam("batchId") UUID batchId, @PathParam("auditorId") UUID auditorId) {
        if (!caller.has(DESK) && !caller.auditor().equals(auditorId)) {
            throw Caller.notYours();
        }
        claimInspection.release(batchId, auditorId).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        return Response.noContent().build();
    }

    private static Response answer(ClaimInspection.Outcome outcome) {
        return switch (outcome) {
            case ClaimInspection.Claimed(InspectionClaims.Claim claim, boolean isNew) ->
                (isNew
                                ? Response.created(
                                        URI.create("/batches/" + claim.batchId() + "/claims/" + claim.auditorId()))
                                : Response.ok())
                        .entity(ClaimView.of(claim))
                        .build();
            case ClaimInspection.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
