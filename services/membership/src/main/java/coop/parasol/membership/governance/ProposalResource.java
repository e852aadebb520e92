package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
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

/** Proposals at the border: members make them; the registrar only asks members to vote on an applicant. */
@Path("/proposals")
@Tag(name = "Governance")
public class ProposalResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final Propose propose;
    private final ChangeBylaws changeBylaws;
    private final Ballots ballots;
    private final Caller caller;

    ProposalResource(Propose propose, ChangeBylaws changeBylaws, Ballots ballots, Caller caller) {
        this.propose = propose;
        this.changeBylaws = changeBylaws;
        this.ballots = ballots;
        this.caller = caller;
    }

    /**
     * Something to vote on.
     *
     * @param about the applicant, the member, the close; only where the kind is about one
     * @param changes of a BYLAW_CHANGE: bylaws and their new values, as GET /bylaws shows them
     * @param opensAt absent for now
     * @param closesAt at the earliest after the bylaws' voting period; absent for then
     * @param secret absent for what the bylaws say
     */
    public record Draft(
            @NotNull ProposalKind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 10_000) String text,
            @Nullable UUID about,
            @Nullable @Size(max = 30) Map<@Size(max = 50) String, @NotNull Object> changes,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Boolean secret) {}

    @POST
    @RolesAllowed({"producer", "registrar"})
    @Idempotent
    @Transactional
    @Operation(summary = "Propose; an active member anything, the registrar an admission")
    public Response propose(@Valid @NotNull Draft draft) {
        UUID member = proposer(draft);
        requireWhole(draft);
        String changes = draft.changes() == null ? null : changeBylaws.read(draft.changes());
        if (draft.about() != null && Proposal.isPending(draft.kind(), draft.about())) {
            throw Problem.refused("already-proposed", "The members are asked about it already.");
        }
        return switch (propose.propose(draft, changes, member, Cause.of(caller.actor()))) {
            case Propose.Proposed proposed ->
                Response.created(URI.create("/proposals/" + proposed.proposal().id))
                        .entity(view(proposed.proposal()))
                        .build();
            case Propose.TooSoon soon ->
                throw Problem.invalid("closesAt", "too-soon", "It closes at the earliest at " + soon.earliest() + ".");
            case Propose.TooLate late ->
                throw Problem.invalid(late.field(), "too-late", "At the latest at " + late.latest() + ".");
            case Propose.Objection objection ->
                throw Problem.refused(objection.code(), "The members cannot decide on this now.");
        };
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(summary = "All proposals, oldest first")
    public Page<ProposalView> list(@BeanParam @Valid PageQuery query) {
        List<Proposal> fetched = Proposal.<Proposal>find(
                        "id > ?1 order by id", query.afterId().orElse(FIRST))
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, proposal -> proposal.id.toString()).map(this::view);
    }

    @GET
    @Path("/{proposalId}")
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(summary = "One proposal; the result when the vote is over")
    public ProposalView get(@PathParam("proposalId") UUID proposalId) {
        return view(Proposal.<Proposal>findByIdOptional(proposalId)
                .orElseThrow(() -> Problem.notFound("proposal", proposalId)));
    }

    @DELETE
    @Path("/{proposalId}")
    @RolesAllowed({"producer", "registrar"})
    @Transactional
    @Operation(summary = "Withdraw what one has proposed oneself, as long as nobody has voted")
    public ProposalView withdraw(@PathParam("proposalId") UUID proposalId) {
        Proposal proposal = Proposal.lock(proposalId).orElseThrow(() -> Problem.notFound("proposal", proposalId));
        if (proposal.proposedByMember == null) {
            if (!caller.has("registrar")) {
                throw Caller.notYours();
            }
        } else {
            caller.requireMember(proposal.proposedByMember);
        }
        if (!proposal.state.canBecome(ProposalState.WITHDRAWN)
                || ballots.count(proposal).turnout() > 0) {
            throw Problem.refused("voted-on", "The members have begun to vote, or have decided.");
        }
        proposal.become(ProposalState.WITHDRAWN);
        Proposal.flush();
        return view(proposal);
    }

    private @Nullable UUID proposer(Draft draft) {
        if (!caller.has("producer")) {
            if (draft.kind() != ProposalKind.ADMISSION) {
                throw Problem.forbidden("members-only", "Only a member proposes this.");
            }
            return null;
        }
        UUID memberId = caller.member();
        Member member =
                Member.<Member>findByIdOptional(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        if (member.state != MemberState.ACTIVE) {
            throw Problem.refused("not-active", "The membership is " + member.state + ".");
        }
        return memberId;
    }

    private static void requireWhole(Draft draft) {
        boolean aboutSomething = switch (draft.kind()) {
            case ADMISSION, EXPULSION, SURPLUS -> true;
            case BYLAW_CHANGE, FREE_TEXT -> false;
        };
        require(
                aboutSomething == (draft.about() != null),
                "about",
                "It names what it is about, if its kind is about something.");
        require(
                (draft.kind() == ProposalKind.BYLAW_CHANGE) == (draft.changes() != null),
                "changes",
                "A change of bylaws says which, and nothing else does.");
        require(
                draft.kind() != ProposalKind.FREE_TEXT
                        || (draft.text() != null && !draft.text().isBlank()),
                "text",
                "Say what is proposed.");
    }

    private static void require(boolean holds, String field, String detail) {
        if (!holds) {
            throw Problem.invalid(field, "not-for-this-kind", detail);
        }
    }

    private ProposalView view(Proposal proposal) {
        return ProposalView.of(proposal, ballots.count(proposal));
    }
}
