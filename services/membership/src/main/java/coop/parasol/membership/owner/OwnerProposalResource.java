package coop.parasol.membership.owner;

import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.messaging.Cause;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recording that firms have one owner, over REST: a registrar proposes it with its proof, a second person agrees. */
@Path("/firm-owners/proposals")
@Tag(name = "Members")
public class OwnerProposalResource {

    private final DecideOwnerProposal ownerProposals;
    private final MemberRegister members;
    private final Caller caller;

    OwnerProposalResource(DecideOwnerProposal ownerProposals, MemberRegister members, Caller caller) {
        this.ownerProposals = ownerProposals;
        this.members = members;
        this.caller = caller;
    }

    /**
     * What is to be recorded.
     *
     * @param kind whether the firms have one owner, or the firm has an owner of its own again
     * @param memberIds two or more for one owner, one for an owner of its own
     * @param proof what proves it, such as the entry of the register of firms
     */
    public record NewOwnerProposal(
            @NotNull OwnerProposal.Kind kind,
            @NotNull @Size(min = 1, max = 20) List<@NotNull UUID> memberIds,
            @NotBlank @Size(max = 200) String proof) {}

    /**
     * A proposal and what became of it.
     *
     * @param firms in the order of their ids
     * @param proof absent once it was erased
     */
    public record OwnerProposalView(
            UUID proposalId,
            OwnerProposal.Kind kind,
            List<Firm> firms,
            @Nullable String proof,
            DeskProposal.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    @POST
    @RolesAllowed("registrar")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "proposeFirmOwner",
            summary = "Propose to record that firms have one owner, or that a firm has an owner of its own again")
    public Response propose(@Valid @NotNull NewOwnerProposal proposal) {
        OwnerProposalView view = view(ownerProposals.propose(
                proposal.kind(), proposal.memberIds(), proposal.proof().strip(), caller.actor()));
        return Response.created(URI.create("/firm-owners/proposals"))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({"registrar", "treasurer"})
    @Transactional
    @Operation(
            operationId = "listFirmOwnerProposals",
            summary = "List what was proposed about owners of firms, the newest first")
    public Page<OwnerProposalView> list(@BeanParam @Valid PageQuery query) {
        return query.newestFirst(OwnerProposal::newest, (OwnerProposal proposal) -> proposal.id)
                .map(this::view);
    }

    @POST
    @Path("/{proposalId}/approval")
    @RolesAllowed({"registrar", "treasurer"})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "approveFirmOwner",
            summary = "Agree as a second person to what was proposed about owners of firms; other services are told")
    public OwnerProposalView approve(@PathParam("proposalId") UUID proposalId) {
        return view(ownerProposals.approve(proposalId, Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/{proposalId}")
    @RolesAllowed({"registrar", "treasurer"})
    @Transactional
    @Operation(
            operationId = "withdrawFirmOwnerProposal",
            summary = "Withdraw what was proposed about owners of firms; nothing is recorded")
    public OwnerProposalView withdraw(@PathParam("proposalId") UUID proposalId) {
        return view(ownerProposals.withdraw(proposalId, caller.actor()));
    }

    private OwnerProposalView view(DecideOwnerProposal.Outcome outcome) {
        return switch (outcome) {
            case DecideOwnerProposal.Done done -> view(done.proposal());
            case DecideOwnerProposal.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private OwnerProposalView view(OwnerProposal proposal) {
        Map<UUID, String> names = members.names(proposal.memberIds);
        return new OwnerProposalView(
                proposal.id,
                proposal.kind,
                proposal.memberIds.stream().map(id -> Firm.of(id, names)).toList(),
                proposal.proof,
                proposal.state,
                proposal.proposedBy,
                proposal.proposedAt,
                proposal.decidedBy,
                proposal.decidedAt);
    }
}
