package coop.parasol.portal.member;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as pages about votes need it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface VoteClient {

    /** What members vote on; {@code result} when the vote is over. */
    record Proposal(
            UUID proposalId,
            String kind,
            String title,
            @Nullable String text,
            @Nullable UUID subjectId,
            @Nullable Map<String, Object> changes,
            boolean secret,
            String state,
            Instant opensAt,
            Instant closesAt,
            @Nullable UUID proposedByMember,
            Instant proposedAt,
            @Nullable Long electorate,
            long turnout,
            @Nullable Result result,
            @Nullable Instant decidedAt,
            @Nullable String withoutEffectBecause) {

        public boolean isOpen() {
            return state.equals("OPEN");
        }

        /** Whether it has lost the vote. */
        public boolean isRejected() {
            return state.equals("REJECTED");
        }

        /** Whether its proposer may still withdraw it. */
        public boolean isWithdrawable() {
            return isPending() && turnout == 0;
        }

        /** Whether its vote is to come or under way. */
        public boolean isPending() {
            return isOpen() || state.equals("ANNOUNCED");
        }
    }

    /** How members have voted. */
    record Result(long yes, long no, long abstentions) {}

    /** A member that has voted; {@code choice} if the vote was not secret and is over. */
    record Voter(
            UUID memberId,
            @Nullable String name,
            @Nullable String choice,
            @Nullable Instant castAt) {}

    /** A financial period, on whose surplus members vote once its close is proposed. */
    record Period(UUID periodId, LocalDate firstDay, LocalDate lastDay, String state) {}

    /** A proposal to make. */
    record Draft(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String text,
            @Nullable String subjectId,
            @Nullable Map<String, Object> changes,
            @Nullable Boolean secret) {}

    /** How a member votes on a proposal; what it has not chosen is refused by the service. */
    record Ballot(@Nullable String choice) {}

    @GET
    @Path("proposals")
    Listed<Proposal> proposals(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("proposals/{proposalId}")
    RestResponse<Proposal> proposal(@PathParam("proposalId") UUID proposalId);

    @GET
    @Path("proposals/{proposalId}/ballots")
    Listed<Voter> ballots(
            @PathParam("proposalId") UUID proposalId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("proposals")
    Proposal propose(@HeaderParam("Idempotency-Key") String key, Draft draft);

    @POST
    @Path("proposals/{proposalId}/ballots")
    void vote(@PathParam("proposalId") UUID proposalId, Ballot ballot);

    @DELETE
    @Path("proposals/{proposalId}")
    Proposal withdraw(@PathParam("proposalId") UUID proposalId, @HeaderParam("If-Match") String tag);

    @GET
    @Path("periods")
    Listed<Period> periods(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
