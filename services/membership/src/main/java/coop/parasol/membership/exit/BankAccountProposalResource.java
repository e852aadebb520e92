package coop.parasol.membership.exit;

import coop.parasol.membership.Iban;
import coop.parasol.membership.exit.rules.BankAccountProposalRules;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.Member;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a member is paid that cannot sign in any more: a desk records it with its proof, a second person agrees. */
@Path("/members/{memberId}/bank-account/proposals")
@Tag(name = "Members")
public class BankAccountProposalResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final DecideBankAccountProposal nameAccount;
    private final Logins logins;
    private final Caller caller;

    BankAccountProposalResource(DecideBankAccountProposal nameAccount, Logins logins, Caller caller) {
        this.nameAccount = nameAccount;
        this.logins = logins;
        this.caller = caller;
    }

    /**
     * Where the member's heirs, or whoever winds it up, are paid.
     *
     * @param proof what proves whose account it is: a certificate's number, the register's entry
     */
    public record Account(
            @NotBlank @Size(max = 50) String iban,
            @NotBlank @Size(max = 200) String proof) {}

    /** What was proposed, and what became of it. */
    public record View(
            UUID proposalId,
            UUID memberId,
            @Nullable UUID exitId,
            String iban,
            String proof,
            BankAccountProposal.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static View of(BankAccountProposal proposal) {
            return new View(
                    proposal.id,
                    proposal.memberId,
                    proposal.exitId,
                    proposal.iban,
                    proposal.proof,
                    proposal.state,
                    proposal.proposedBy,
                    proposal.proposedAt,
                    proposal.decidedBy,
                    proposal.decidedAt);
        }
    }

    @POST
    @RolesAllowed({"registrar", "treasurer"})
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Propose where a member is paid that is dead, dissolved or cannot sign in; a proposal that stands is replaced")
    public Response propose(@PathParam("memberId") UUID memberId, @Valid @NotNull Account account) {
        Member member = lock(memberId);
        ExitCase exit = ExitCase.of(memberId).orElse(null);
        if (!BankAccountProposalRules.isAllowed(
                member.shareIssuedAt != null, logins.canSignIn(memberId), exit == null ? null : exit.kind)) {
            throw Problem.refused("not-for-the-desk", "The member names its account itself.");
        }
        UUID ending = exit != null && exit.kind.isRecorded() ? exit.id : null;
        BankAccountProposal proposal = nameAccount.propose(
                member,
                Iban.normalize(account.iban()).orElseThrow(() -> Problem.of(Iban.malformed("iban"))),
                account.proof().strip(),
                ending,
                caller.actor());
        return Response.created(URI.create("/members/" + memberId + "/bank-account/proposals"))
                .entity(View.of(proposal))
                .build();
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "What desks have proposed about a member's bank account; a producer sees its own")
    public Page<View> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, "registrar", "treasurer");
        List<BankAccountProposal> fetched = BankAccountProposal.<BankAccountProposal>find(
                        "memberId = ?1 and id > ?2 order by id",
                        memberId,
                        query.afterId().orElse(FIRST))
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, proposal -> proposal.id.toString()).map(View::of);
    }

    @POST
    @Path("/{proposalId}/approval")
    @RolesAllowed({"registrar", "treasurer"})
    @Idempotent
    @Transactional
    @Operation(summary = "Agree as a second person; the member is paid there from the next payment run on")
    public View approve(@PathParam("memberId") UUID memberId, @PathParam("proposalId") UUID proposalId) {
        Member member = lock(memberId);
        BankAccountProposal proposal = proposed(memberId, proposalId);
        caller.requireSecondPerson(proposal.proposedBy);
        nameAccount.approve(proposal, member, caller.actor());
        return View.of(proposal);
    }

    @DELETE
    @Path("/{proposalId}")
    @RolesAllowed({"registrar", "treasurer"})
    @Transactional
    @Operation(summary = "Withdraw what was proposed; the account stays what it is")
    public View withdraw(@PathParam("memberId") UUID memberId, @PathParam("proposalId") UUID proposalId) {
        lock(memberId);
        BankAccountProposal proposal = proposed(memberId, proposalId);
        nameAccount.withdraw(proposal, caller.actor());
        return View.of(proposal);
    }

    private static Member lock(UUID memberId) {
        return Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
    }

    private static BankAccountProposal proposed(UUID memberId, UUID proposalId) {
        BankAccountProposal proposal = BankAccountProposal.lock(proposalId)
                .filter(one -> one.memberId.equals(memberId))
                .orElseThrow(() -> Problem.notFound("bank account proposal", proposalId));
        if (proposal.state != BankAccountProposal.State.PROPOSED) {
            throw Problem.refused("already-decided", "The proposal is " + proposal.state + ".");
        }
        return proposal;
    }
}
