package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.MakeProposal.NewProposal;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
import coop.parasol.web.OwnerOnly;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proposals over REST: members make them; the registrar only asks members to vote on an applicant. */
@Path("/proposals")
@Tag(name = "Governance")
public class ProposalResource {

    private static final SortKeys<Proposal> SORT = SortKeys.<Proposal>oldestFirst("id", proposal -> proposal.id)
            .byTime("proposedAt")
            .byText("title", "title", proposal -> proposal.title)
            .byInstant("opensAt", "opensAt", proposal -> proposal.opensAt)
            .byInstant("closesAt", "closesAt", proposal -> proposal.closesAt);

    private final MakeProposal makeProposal;
    private final WithdrawProposal withdrawProposal;
    private final ChangeBylaws changeBylaws;
    private final Ballots ballots;
    private final MemberRegister members;
    private final Caller caller;

    ProposalResource(
            MakeProposal makeProposal,
            WithdrawProposal withdrawProposal,
            ChangeBylaws changeBylaws,
            Ballots ballots,
            MemberRegister members,
            Caller caller) {
        this.makeProposal = makeProposal;
        this.withdrawProposal = withdrawProposal;
        this.members = members;
        this.changeBylaws = changeBylaws;
        this.ballots = ballots;
        this.caller = caller;
    }

    /**
     * A proposal to be voted on.
     *
     * @param subjectId the applicant, the member, the close; only where the kind is about one
     * @param changes of a BYLAW_CHANGE: bylaws and their new values, as GET /bylaws shows them
     * @param opensAt absent for now
     * @param closesAt at the earliest after the bylaws' voting period; absent for then
     * @param secret absent for what the bylaws say
     */
    public record Draft(
            @NotNull ProposalKind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 10_000) @Multiline String text,
            @Nullable UUID subjectId,
            @Nullable @Size(max = 30) Map<@Size(max = 50) String, @NotNull Object> changes,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Boolean secret) {

        private NewProposal toUseCase(@Nullable String checkedChanges, @Nullable UUID memberId) {
            return new NewProposal(kind, title, text, subjectId, checkedChanges, opensAt, closesAt, secret, memberId);
        }
    }

    @POST
    @OwnerOnly
    @RolesAllowed({"producer", "registrar"})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "openProposal",
            summary = "Make a proposal; an active member any, the registrar an admission")
    public Response propose(@Valid @NotNull Draft draft) {
        UUID member = proposer(draft);
        requireFieldsOfKind(draft);
        NewProposal proposal = draft.toUseCase(checkedChanges(draft), member);
        return switch (makeProposal.propose(proposal, Cause.of(caller.actor()))) {
            case MakeProposal.Proposed proposed ->
                Response.created(URI.create("/proposals/" + proposed.proposal().id))
                        .entity(view(proposed.proposal()))
                        .build();
            case MakeProposal.Pending pending ->
                throw Problem.refused("already-proposed", "A proposal about it is pending already.");
            case MakeProposal.TooSoon soon ->
                throw Problem.invalid("closesAt", "too-soon", "It closes at the earliest at " + soon.earliest() + ".");
            case MakeProposal.TooLate late ->
                throw Problem.invalid(late.field(), "too-late", "It may be " + late.latest() + " at the latest.");
            case MakeProposal.NotVotable not ->
                throw Problem.refused(not.objection().code(), "The members cannot decide on this now.");
        };
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(
            summary = "List all proposals, open and decided, or those of one state, oldest first or sorted by"
                    + " proposedAt, title, opensAt or closesAt")
    public Page<ProposalView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("state") @Nullable ProposalState state) {
        Page<Proposal> page = SORT.page(query, sort, (place, maxRows) -> Proposal.page(state, place, maxRows));
        Map<UUID, String> names = names(page.items());
        return page.map(proposal -> ProposalView.of(proposal, ballots.count(proposal), names));
    }

    private Map<UUID, String> names(List<Proposal> proposals) {
        return members.names(proposals.stream()
                .flatMap(proposal -> Stream.of(proposal.subjectId, proposal.proposedByMember))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    @GET
    @Path("/{proposalId}")
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(summary = "Show a proposal; with the result when the vote is over")
    @APIResponseSchema(value = ProposalView.class, responseCode = "200")
    public Response get(@PathParam("proposalId") UUID proposalId) {
        Proposal proposal = Proposal.<Proposal>findByIdOptional(proposalId)
                .orElseThrow(() -> Problem.notFound("proposal", proposalId));
        return Response.ok(view(proposal)).tag(ETags.of(proposal.version)).build();
    }

    @DELETE
    @Path("/{proposalId}")
    @OwnerOnly
    @RolesAllowed({"producer", "registrar"})
    @Transactional
    @Operation(summary = "Withdraw one's own proposal, as long as nobody has voted")
    public ProposalView withdraw(
            @PathParam("proposalId") UUID proposalId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Proposal proposal = Proposal.lock(proposalId).orElseThrow(() -> Problem.notFound("proposal", proposalId));
        if (proposal.proposedByMember == null) {
            if (!caller.has("registrar")) {
                throw Caller.notYours();
            }
        } else {
            caller.requireMember(proposal.proposedByMember);
        }
        ETags.requireMatch(ifMatch, proposal.version);
        return switch (withdrawProposal.withdraw(proposal)) {
            case WithdrawProposal.Withdrawn withdrawn -> view(proposal);
            case WithdrawProposal.VotedOn votedOn ->
                throw Problem.refused("voted-on", "The members have begun to vote, or have decided.");
        };
    }

    private @Nullable UUID proposer(Draft draft) {
        if (!caller.has("producer")) {
            if (draft.kind() != ProposalKind.ADMISSION) {
                throw Problem.forbidden("members-only", "Only a member proposes this.");
            }
            return null;
        }
        UUID memberId = caller.member();
        MemberState state = members.find(memberId)
                .orElseThrow(() -> Problem.notFound("member", memberId))
                .state();
        if (state != MemberState.ACTIVE) {
            throw Problem.refused("not-active", "The membership is " + state + ".");
        }
        return memberId;
    }

    private @Nullable String checkedChanges(Draft draft) {
        if (draft.changes() == null) {
            return null;
        }
        return switch (changeBylaws.check(draft.changes())) {
            case ChangeBylaws.Acceptable acceptable -> acceptable.changes();
            case ChangeBylaws.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private static void requireFieldsOfKind(Draft draft) {
        boolean aboutSomething = switch (draft.kind()) {
            case ADMISSION, EXPULSION, SURPLUS -> true;
            case BYLAW_CHANGE, FREE_TEXT -> false;
        };
        require(
                aboutSomething == (draft.subjectId() != null),
                "subjectId",
                "Admissions, expulsions and surpluses name the member or period that they concern; other proposals"
                        + " name none.");
        require(
                (draft.kind() == ProposalKind.BYLAW_CHANGE) == (draft.changes() != null),
                "changes",
                "A change of bylaws names the bylaws with their new values; other proposals have no changes.");
        require(
                draft.kind() != ProposalKind.FREE_TEXT
                        || (draft.text() != null && !draft.text().isBlank()),
                "text",
                "A proposal in free text has a text.");
    }

    private static void require(boolean holds, String field, String detail) {
        if (!holds) {
            throw Problem.invalid(field, "not-for-this-kind", detail);
        }
    }

    private ProposalView view(Proposal proposal) {
        return ProposalView.of(proposal, ballots.count(proposal), names(List.of(proposal)));
    }
}
