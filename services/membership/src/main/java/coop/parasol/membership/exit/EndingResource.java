package coop.parasol.membership.exit;

import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Iban;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.member.Member;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A firm whose owner has died, or that is dissolved, cannot ask to leave: the registrar records what has happened. */
@Path("/members/{memberId}/ending")
@Tag(name = "Exits")
public class EndingResource {

    private final RecordExit recordExit;
    private final DecideBankAccountProposal nameAccount;
    private final FirmCurrency currency;
    private final Caller caller;

    EndingResource(RecordExit recordExit, DecideBankAccountProposal nameAccount, FirmCurrency currency, Caller caller) {
        this.recordExit = recordExit;
        this.nameAccount = nameAccount;
        this.currency = currency;
        this.caller = caller;
    }

    /** What can be recorded; expelling is the members' alone. */
    public enum Reason {
        DEATH,
        DISSOLUTION
    }

    /**
     * What has happened.
     *
     * @param document what proves it: the register's entry, a certificate's number
     * @param iban of the heirs, or of whoever winds the firm up, which a second person has to agree to; absent: the member's
     *     stays
     */
    public record Ending(
            @NotNull Reason reason,
            @NotBlank @Size(max = 200) String document,
            @Nullable @Size(max = 42) String iban) {}

    @POST
    @RolesAllowed("registrar")
    @Idempotent
    @Transactional
    @Operation(summary = "Record a member's death or dissolution; it is settled like every exit, without notice")
    public Response record(@PathParam("memberId") UUID memberId, @Valid @NotNull Ending ending) {
        if (Member.count("id", memberId) == 0) {
            throw Problem.notFound("member", memberId);
        }
        String iban = ending.iban() == null
                ? null
                : Iban.normalize(ending.iban()).orElseThrow(() -> Problem.of(Iban.malformed("iban")));
        ExitKind kind = ExitKind.valueOf(ending.reason().name());
        return switch (recordExit.record(memberId, kind, ending.document(), Cause.of(caller.actor()))) {
            case RecordExit.Recorded recorded -> {
                if (iban != null) {
                    nameAccount.propose(
                            Member.lock(memberId).orElseThrow(),
                            iban,
                            ending.document(),
                            recorded.exitId(),
                            caller.actor());
                }
                yield Response.created(URI.create("/exits/" + recorded.exitId()))
                        .entity(view(recorded.exitId()))
                        .build();
            }
            case RecordExit.RecordedBefore before ->
                Response.ok(view(before.exitId())).build();
            case RecordExit.NotAMember not ->
                throw Problem.refused("not-active", "The membership is " + not.state() + ".");
            case RecordExit.AlreadyValued valued ->
                throw Problem.refused(
                        "already-valued", "The share is valued already, in exit " + valued.exitId() + ".");
        };
    }

    private ExitView view(UUID exitId) {
        return ExitView.of(ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow(), currency);
    }
}
