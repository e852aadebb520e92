package coop.parasol.membership.governance;

import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.web.Caller;
import coop.parasol.web.OwnerOnly;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Voting over REST: for the caller's own member, once. */
@Path("/proposals/{proposalId}/ballots")
@Tag(name = "Governance")
public class BallotResource {

    private final CastBallot castBallot;
    private final Ballots ballots;
    private final MemberRegister members;
    private final Caller caller;

    BallotResource(CastBallot castBallot, Ballots ballots, MemberRegister members, Caller caller) {
        this.members = members;
        this.castBallot = castBallot;
        this.ballots = ballots;
        this.caller = caller;
    }

    /** What the caller's member votes. */
    public record Ballot(@NotNull BallotChoice choice) {}

    /** Confirms that the member has voted, not what. */
    public record Receipt(UUID proposalId, UUID memberId) {}

    /**
     * A member that has voted.
     *
     * @param name of the firm
     * @param choice only of a vote that was not secret, and only when it is over
     */
    public record Voter(
            UUID memberId,
            @Nullable String name,
            @Nullable BallotChoice choice,
            @Nullable Instant castAt) {}

    /**
     * Without an Idempotency-Key on purpose: its record would keep a digest of the ballot beside the voter's name. A ballot that
     * is sent again is refused, and the first one counts.
     */
    @POST
    @OwnerOnly
    @RolesAllowed("producer")
    @Transactional
    @Operation(summary = "Vote on a proposal; a vote is not changed afterwards")
    public Response cast(@PathParam("proposalId") UUID proposalId, @Valid @NotNull Ballot ballot) {
        UUID memberId = caller.member();
        return switch (castBallot.cast(proposalId, memberId, ballot.choice())) {
            case CastBallot.Counted counted ->
                Response.status(Response.Status.CREATED)
                        .entity(new Receipt(proposalId, memberId))
                        .build();
            case CastBallot.UnknownProposal none -> throw unknown(proposalId);
            case CastBallot.NotActive not ->
                throw Problem.refused("not-active", "The membership is " + not.state() + ".");
            case CastBallot.ShareTooNew tooNew ->
                throw Problem.refused("share-too-new", "The share was issued after the vote had opened.");
            case CastBallot.NotOpen not ->
                throw Problem.refused(
                        "not-open",
                        "The vote is " + not.state() + "; open from " + not.opensAt() + " to " + not.closesAt() + ".");
            case CastBallot.VotedBefore before -> throw Problem.refused("already-voted", "The member has voted.");
        };
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer"})
    @Transactional
    @Operation(summary = "List who has voted; and what, if the vote was not secret and is over")
    public Page<Voter> list(@PathParam("proposalId") UUID proposalId, @BeanParam @Valid PageQuery query) {
        Proposal proposal = Proposal.<Proposal>findByIdOptional(proposalId).orElseThrow(() -> unknown(proposalId));
        Page<Voter> voters = proposal.secret || proposal.decidedAt == null
                ? query.byId(
                                (after, maxRows) -> ballots.voters(proposalId, after, maxRows),
                                (UUID memberId) -> memberId)
                        .map(memberId -> new Voter(memberId, null, null, null))
                : query.byId(
                                (after, maxRows) -> ballots.openBallots(proposalId, after, maxRows),
                                Ballots.OpenBallot::memberId)
                        .map(open -> new Voter(open.memberId(), null, open.choice(), open.castAt()));
        Map<UUID, String> names =
                members.names(voters.items().stream().map(Voter::memberId).toList());
        return voters.map(
                voter -> new Voter(voter.memberId(), names.get(voter.memberId()), voter.choice(), voter.castAt()));
    }

    private static Problem unknown(UUID proposalId) {
        return Problem.notFound("proposal", proposalId);
    }
}
