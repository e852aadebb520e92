package coop.parasol.membership.login;

import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.KeycloakAnswers;
import coop.parasol.web.Multiline;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A new password for a member that has lost its own, over REST: one registrar proposes it, another approves it. */
@Path("/members/{memberId}/account/resets")
@Tag(name = "Members")
@RolesAllowed("registrar")
public class LoginResetResource {

    private final DecideLoginReset decideLoginReset;
    private final Caller caller;

    LoginResetResource(DecideLoginReset decideLoginReset, Caller caller) {
        this.decideLoginReset = decideLoginReset;
        this.caller = caller;
    }

    /** @param reason how the member was recognised; the member reads it */
    public record LoginReset(
            @NotBlank @Size(max = 500) @Multiline String reason) {}

    /**
     * A proposal and what became of it.
     *
     * @param reason absent once it was erased
     */
    public record View(
            UUID resetId,
            UUID memberId,
            @Nullable String reason,
            DeskProposal.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static View of(LoginResetProposal proposal) {
            return new View(
                    proposal.id,
                    proposal.memberId,
                    proposal.reason,
                    proposal.state,
                    proposal.proposedBy,
                    proposal.proposedAt,
                    proposal.decidedBy,
                    proposal.decidedAt);
        }
    }

    /**
     * One part of a new password; shown this once.
     *
     * @param first whether the member types it before the other part, without a blank between them
     */
    public record PasswordPart(String userName, String part, boolean first) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(summary = "Propose a new password for a member that has lost its own; a pending proposal is replaced")
    public Response propose(@PathParam("memberId") UUID memberId, @Valid @NotNull LoginReset reset) {
        View view =
                decided(() -> decideLoginReset.propose(memberId, reset.reason().strip(), caller.actor()));
        return Response.created(URI.create("/members/" + memberId + "/account/resets"))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "List the new passwords that were proposed for a member; a producer sees its own")
    public Page<View> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, "registrar", "treasurer");
        return query.byId(
                        (after, maxRows) -> LoginResetProposal.<LoginResetProposal>find(
                                        "memberId = ?1 and id > ?2 order by id", memberId, after)
                                .range(0, maxRows - 1)
                                .list(),
                        (LoginResetProposal proposal) -> proposal.id)
                .map(View::of);
    }

    @POST
    @Path("/{resetId}/approval")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Approve a new password as a second person: the old one and all sessions end, and each of the two"
                    + " persons is told one part of the new one")
    public View approve(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId) {
        return decided(() -> decideLoginReset.approve(memberId, resetId, caller.actor(), Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/{resetId}")
    @Transactional
    @Operation(summary = "Withdraw a proposal; the member's password stays what it is")
    public View withdraw(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId) {
        return decided(() -> decideLoginReset.withdraw(memberId, resetId, caller.actor()));
    }

    @POST
    @Path("/{resetId}/password-part")
    @Transactional
    @Operation(
            summary =
                    "Show the caller its part of the new password, once; the member puts both together and chooses another"
                            + " password at its sign-in")
    public PasswordPart takePart(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId) {
        return switch (decideLoginReset.takePart(memberId, resetId, caller.actor())) {
            case DecideLoginReset.Part part -> new PasswordPart(part.userName(), part.text(), part.isFirst());
            case DecideLoginReset.NoPart none -> throw Problem.of(none.reason());
        };
    }

    private static View decided(Supplier<DecideLoginReset.Outcome> decision) {
        return switch (KeycloakAnswers.asked(decision)) {
            case DecideLoginReset.Done done -> View.of(done.proposal());
            case DecideLoginReset.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
