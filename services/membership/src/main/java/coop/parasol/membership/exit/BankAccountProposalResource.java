package coop.parasol.membership.exit;

import coop.parasol.firm.Iban;
import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.treasury.account.MalformedIban;
import coop.parasol.web.BankData;
import coop.parasol.web.Caller;
import coop.parasol.web.Compact;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a member is paid that cannot sign in any more, over REST: a desk proposes it with its proof, a second person agrees. */
@Path("/members/{memberId}/bank-account/proposals")
@Tag(name = "Members")
public class BankAccountProposalResource {

    private final DecideBankAccountProposal bankAccountProposals;
    private final Caller caller;

    BankAccountProposalResource(DecideBankAccountProposal bankAccountProposals, Caller caller) {
        this.bankAccountProposals = bankAccountProposals;
        this.caller = caller;
    }

    /**
     * Where the member's heirs, or whoever winds it up, are paid.
     *
     * @param proof what proves whose account it is: a certificate's number, the register's entry
     */
    public record NewBankAccount(
            @NotBlank @Compact @Size(max = 50) String iban,
            @NotBlank @Size(max = 200) String proof) {}

    /**
     * A proposal and what became of it.
     *
     * @param iban absent once it was erased, as its proof is
     */
    public record View(
            UUID proposalId,
            UUID memberId,
            @Nullable UUID exitId,
            @BankData @Nullable String iban,
            @Nullable String proof,
            DeskProposal.State state,
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
            operationId = "proposeBankAccount",
            summary = "Propose where a member is paid that is dead, dissolved or cannot sign in; a pending proposal is"
                    + " replaced")
    public Response propose(@PathParam("memberId") UUID memberId, @Valid @NotNull NewBankAccount account) {
        String iban = Iban.normalize(account.iban()).orElseThrow(() -> Problem.of(MalformedIban.in("iban")));
        View view = view(
                bankAccountProposals.propose(memberId, iban, account.proof().strip(), caller.actor()));
        return Response.created(URI.create("/members/" + memberId + "/bank-account/proposals"))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "List what desks have proposed about a member's bank account; a producer sees its own")
    public Page<View> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, "registrar", "treasurer");
        return query.byId(
                        (after, maxRows) -> BankAccountProposal.<BankAccountProposal>find(
                                        "memberId = ?1 and id > ?2 order by id", memberId, after)
                                .range(0, maxRows - 1)
                                .list(),
                        (BankAccountProposal proposal) -> proposal.id)
                .map(View::of);
    }

    @POST
    @Path("/{proposalId}/approval")
    @RolesAllowed({"registrar", "treasurer"})
    @Idempotent
    @Transactional
    @Operation(
            summary = "Approve a proposed bank account as a second person; the member is paid there from the next"
                    + " payment run on")
    public View approve(@PathParam("memberId") UUID memberId, @PathParam("proposalId") UUID proposalId) {
        return view(bankAccountProposals.approve(memberId, proposalId, caller.actor()));
    }

    @DELETE
    @Path("/{proposalId}")
    @RolesAllowed({"registrar", "treasurer"})
    @Transactional
    @Operation(summary = "Withdraw a proposal; the account stays what it is")
    public View withdraw(@PathParam("memberId") UUID memberId, @PathParam("proposalId") UUID proposalId) {
        return view(bankAccountProposals.withdraw(memberId, proposalId, caller.actor()));
    }

    private static View view(DecideBankAccountProposal.Outcome outcome) {
        return switch (outcome) {
            case DecideBankAccountProposal.Done done -> View.of(done.proposal());
            case DecideBankAccountProposal.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
