package coop.parasol.membership.exit;

import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.TakingBack;
import coop.parasol.membership.share.ShareCount;
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

/** A death or dissolution that was recorded by mistake: one registrar says so, another agrees. */
@Path("/exits/{exitId}/taking-back")
@Tag(name = "Exits")
@RolesAllowed("registrar")
public class TakingBackResource {

    private final TakeBackEnding takeBackEnding;
    private final FirmCurrency currency;
    private final ShareCount shareCount;
    private final Caller caller;

    TakingBackResource(TakeBackEnding takeBackEnding, FirmCurrency currency, ShareCount shareCount, Caller caller) {
        this.takeBackEnding = takeBackEnding;
        this.currency = currency;
        this.shareCount = shareCount;
        this.caller = caller;
    }

    /** @param reason why it was a mistake; the member reads it */
    public record Mistake(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Propose to take back a recorded death or dissolution, until the share is valued; a proposal that stands is replaced")
    public ExitView propose(@PathParam("exitId") UUID exitId, @Valid @NotNull Mistake mistake) {
        ExitCase exit = lock(exitId);
        allowed(TakingBack.propose(exit.kind, exit.state));
        takeBackEnding.propose(exit, mistake.reason().strip(), Cause.of(caller.actor()));
        return ExitView.of(exit, currency);
    }

    @DELETE
    @Transactional
    @Operation(summary = "Withdraw the proposal; the exit goes on")
    public ExitView drop(@PathParam("exitId") UUID exitId) {
        ExitCase exit = lock(exitId);
        allowed(TakingBack.propose(exit.kind, exit.state));
        if (exit.reversalProposedBy != null) {
            takeBackEnding.drop(exit, Cause.of(caller.actor()));
        }
        return ExitView.of(exit, currency);
    }

    @POST
    @Path("/approval")
    @Idempotent
    @Transactional
    @Operation(summary = "Take it back, as a second person: the member stays; what it had asked itself before stands")
    public ExitView approve(@PathParam("exitId") UUID exitId) {
        ExitCase exit = lock(exitId);
        allowed(TakingBack.approve(exit.kind, exit.state, exit.reversalProposedBy, caller.actor()));
        takeBackEnding.approve(exit, Cause.of(caller.actor()));
        return ExitView.of(exit, currency);
    }

    private ExitCase lock(UUID exitId) {
        shareCount.lock();
        return ExitCase.lock(exitId).orElseThrow(() -> Problem.notFound("exit", exitId));
    }

    private static void allowed(TakingBack.Outcome outcome) {
        if (outcome instanceof TakingBack.Refused refused) {
            throw refused.code().equals("same-person")
                    ? Problem.forbidden(refused.code(), refused.detail())
                    : Problem.refused(refused.code(), refused.detail());
        }
    }
}
