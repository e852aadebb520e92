package coop.parasol.membership.exit;

import coop.parasol.firm.Iban;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.treasury.account.MalformedIban;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Compact;
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

/** A firm whose owner has died, or that is dissolved, cannot ask to leave: the registrar records the end of its membership. */
@Path("/members/{memberId}/termination")
@Tag(name = "Exits")
public class TerminationResource {

    private final RecordTermination recordTermination;
    private final DecideBankAccountProposal bankAccountProposals;
    private final MemberRegister members;
    private final ExitViews exitViews;
    private final Caller caller;

    TerminationResource(
            RecordTermination recordTermination,
            DecideBankAccountProposal bankAccountProposals,
            MemberRegister members,
            ExitViews exitViews,
            Caller caller) {
        this.recordTermination = recordTermination;
        this.bankAccountProposals = bankAccountProposals;
        this.members = members;
        this.exitViews = exitViews;
        this.caller = caller;
    }

    /** What the registrar can record; only the members expel. */
    public enum Reason {
        DEATH(ExitKind.DEATH),
        DISSOLUTION(ExitKind.DISSOLUTION);

        private final ExitKind kind;

        Reason(ExitKind kind) {
            this.kind = kind;
        }
    }

    /**
     * The end of a membership that the member has not asked for.
     *
     * @param document what proves it: the register's entry, a certificate's number
     * @param iban of the heirs, or of whoever winds the firm up, which a second person has to agree to; absent: the member's
     *     stays
     */
    public record Termination(
            @NotNull Reason reason,
            @NotBlank @Size(max = 200) String document,
            @Nullable @Compact @Size(max = 42) String iban) {}

    @POST
    @RolesAllowed("registrar")
    @Idempotent
    @Transactional
    @Operation(summary = "Record a member's death or dissolution; it is settled like every exit, without notice")
    public Response record(@PathParam("memberId") UUID memberId, @Valid @NotNull Termination termination) {
        if (!members.exists(memberId)) {
            throw Problem.notFound("member", memberId);
        }
        String iban = termination.iban() == null
                ? null
                : Iban.normalize(termination.iban()).orElseThrow(() -> Problem.of(MalformedIban.in("iban")));
        return switch (recordTermination.record(
                memberId, termination.reason().kind, termination.document(), Cause.of(caller.actor()))) {
            case RecordTermination.Recorded recorded -> {
                if (iban != null) {
                    bankAccountProposals.add(
                            Member.lock(memberId).orElseThrow(),
                            iban,
                            termination.document(),
                            recorded.exitId(),
                            caller.actor());
                }
                yield Response.created(URI.create("/exits/" + recorded.exitId()))
                        .entity(view(recorded.exitId()))
                        .build();
            }
            case RecordTermination.RecordedBefore before ->
                Response.ok(view(before.exitId())).build();
            case RecordTermination.UnknownMember unknown -> throw Problem.notFound("member", memberId);
            case RecordTermination.NotActive not ->
                throw Problem.refused("not-active", "The membership is " + not.state() + ".");
            case RecordTermination.AlreadyValued valued ->
                throw Problem.refused(
                        "already-valued", "The share is valued already, in exit " + valued.exitId() + ".");
        };
    }

    private ExitView view(UUID exitId) {
        return exitViews.of(ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow());
    }
}
