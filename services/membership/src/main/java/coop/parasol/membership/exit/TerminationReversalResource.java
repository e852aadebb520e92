package coop.parasol.membership.exit;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reversing a death or dissolution that was recorded by mistake, over REST: one registrar proposes it, another agrees. */
@Path("/exits/{exitId}/reversal")
@Tag(name = "Exits")
@RolesAllowed("registrar")
public class TerminationReversalResource {

    private final ReverseTermination reverseTermination;
    private final ExitViews exitViews;
    private final Caller caller;

    TerminationReversalResource(ReverseTermination reverseTermination, ExitViews exitViews, Caller caller) {
        this.reverseTermination = reverseTermination;
        this.exitViews = exitViews;
        this.caller = caller;
    }

    /** @param reason why the record was a mistake; the member reads it */
    public record Reversal(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Propose to reverse a recorded death or dissolution, until the share is valued; a pending proposal is replaced")
    public ExitView propose(@PathParam("exitId") UUID exitId, @Valid @NotNull Reversal reversal) {
        return view(reverseTermination.propose(exitId, reversal.reason().strip(), Cause.of(caller.actor())));
    }

    @DELETE
    @Transactional
    @Operation(summary = "Withdraw the proposal to reverse; the exit goes on")
    public ExitView withdraw(@PathParam("exitId") UUID exitId) {
        return view(reverseTermination.withdrawProposal(exitId, Cause.of(caller.actor())));
    }

    @POST
    @Path("/approval")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Agree to the reversal as a second person: the member stays; what it had requested itself stands")
    public ExitView approve(@PathParam("exitId") UUID exitId) {
        return view(reverseTermination.approve(exitId, Cause.of(caller.actor())));
    }

    private ExitView view(ReverseTermination.Outcome outcome) {
        return switch (outcome) {
            case ReverseTermination.Done done -> exitViews.of(done.exit());
            case ReverseTermination.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
