package coop.parasol.quality.batch;

import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of a batch that is rejected or not inspected. */
@Path("/batches")
@Tag(name = "Batches")
public class ReworkResource {

    private final Batches batches;
    private final ReworkBatch reworkBatch;
    private final ShownBatches shown;
    private final Caller caller;

    ReworkResource(Batches batches, ReworkBatch reworkBatch, ShownBatches shown, Caller caller) {
        this.batches = batches;
        this.reworkBatch = reworkBatch;
        this.shown = shown;
        this.caller = caller;
    }

    /** @param what was done to the batch */
    public record Rework(@NotBlank @Size(max = 2000) String what) {}

    /** Why a batch is given up. */
    public record Scrapping(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/{batchId}/rework")
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Announce that a rejected batch is reworked; a new sample is drawn for its one re-inspection")
    public Response rework(@PathParam("batchId") UUID batchId, @Valid @NotNull Rework rework) {
        Batches.Whose whose = whose(batchId);
        caller.requireMember(whose.memberId());
        Batches.Locked locked = batches.lock(batchId, whose);
        return answer(
                locked.batch(),
                reworkBatch.rework(locked.batch(), locked.line(), rework.what().strip(), Cause.of(caller.actor())));
    }

    @POST
    @Path("/{batchId}/scrapping")
    @RolesAllowed({"producer", "quality-desk"})
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Give up a rejected batch, or one that waits for what may never come: a standard, or the lifting of a"
                            + " discontinuation; a producer its own")
    public Response scrap(@PathParam("batchId") UUID batchId, @Valid @NotNull Scrapping scrapping) {
        Batches.Whose whose = whose(batchId);
        caller.requireMemberOr(whose.memberId(), "quality-desk");
        Batches.Locked locked = batches.lock(batchId, whose);
        return answer(
                locked.batch(),
                reworkBatch.scrap(
                        locked.batch(), locked.line(), scrapping.reason().strip(), Cause.of(caller.actor())));
    }

    private Batches.Whose whose(UUID batchId) {
        return batches.whose(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
    }

    private Response answer(Batch batch, ReworkBatch.Outcome outcome) {
        return switch (outcome) {
            case ReworkBatch.Done() -> Response.ok(shown.one(batch)).build();
            case ReworkBatch.Refused(String code, String reason) -> throw Problem.refused(code, reason);
        };
    }
}
