package coop.parasol.membership.governance;

import coop.parasol.membership.governance.rules.Choice;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Voting at the border: the caller's own member, once. */
@Path("/proposals/{proposalId}/ballots")
@Tag(name = "Governance")
public class BallotResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final Vote vote;
    private final Ballots ballots;
    private final Caller caller;

    BallotResource(Vote vote, Ballots ballots, Caller caller) {
        this.vote = vote;
        this.ballots = ballots;
        this.caller = caller;
    }

    /** What the caller's member says to the proposal. */
    public record Ballot(@NotNull Choice choice) {}

    /** That it has voted, not what. */
    public record Receipt(UUID proposalId, UUID memberId) {}

    /** @param choice only of a vote that was not secret, and only when it is over */
    public record Voter(
            UUID memberId,
            @Nullable Choice choice,
            @Nullable Instant castAt) {}

    /**
     * Without an Idempotency-Key on purpose: its record would keep a digest of the ballot beside the voter's name. A ballot that
     * is sent again is refused, and the first one counts.
     */
    @POST
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Vote; a vote is not changed")
    public Response cast(@PathParam("proposalId") UUID proposalId, @Valid @NotNull Ballot ballot) {
        UUID memberId = caller.member();
        Proposal proposal = Proposal.lock(proposalId).orElseThrow(() -> unknown(proposalId));
        return switch (vote.vote(proposal, memberId, ballot.choice())) {
            case Vote.Counted counted ->
                Response.status(Response.Status.CREATED)
                        .entity(new Receipt(proposalId, memberId))
                        .build();
            case Vote.NotActive not -> throw Problem.refused("not-active", "The membership is " + not.state() + ".");
            case Vote.NotOpen not ->
                throw Problem.refused(
                        "not-open",
                        "The vote is " + not.state() + "; open from " + not.opensAt() + " to " + not.closesAt() + ".");
            case Vote.VotedBefore before -> throw Problem.refused("already-voted", "The member has voted.");
        };
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(summary = "Who has voted; and what, if it was not secret and the vote is over")
    public Page<Voter> list(@PathParam("proposalId") UUID proposalId, @BeanParam @Valid PageQuery query) {
        Proposal proposal = Proposal.<Proposal>findByIdOptional(proposalId).orElseThrow(() -> unknown(proposalId));
        UUID after = query.afterId().orElse(FIRST);
        List<Voter> voters = proposal.secret || proposal.decidedAt == null
                ? ballots.voters(proposalId, after, query.fetch()).stream()
                        .map(member -> new Voter(member, null, null))
                        .toList()
                : ballots.open(proposalId, after, query.fetch()).stream()
                        .map(open -> new Voter(open.memberId(), open.choice(), open.castAt()))
                        .toList();
        return Page.of(voters, query.limit, voter -> voter.memberId().toString());
    }

    private static Problem unknown(UUID proposalId) {
        return Problem.notFound("proposal", proposalId);
    }
}
