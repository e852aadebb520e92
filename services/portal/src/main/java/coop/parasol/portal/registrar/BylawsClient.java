package coop.parasol.portal.registrar;

import coop.parasol.contracts.Money;
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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Bylaws and votes at the service membership, as far as the registrar's pages need them. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface BylawsClient {

    /** A version of the bylaws. */
    record Version(
            int version, Instant effectiveFrom, @Nullable UUID decidedBy, Bylaws bylaws) {}

    /** The parameters of the bylaws. */
    record Bylaws(
            Money parValue,
            String noticePeriod,
            boolean admissionByVote,
            int buyInInstalments,
            String buyInInterval,
            int reserveShare,
            int limitedReturnCap,
            int cashShare,
            int revolvingYears,
            int exitInstalments,
            String exitInterval,
            int holdbackShare,
            int holdbackMonths,
            int lastStatementMonths,
            int redemptionCap,
            int quorum,
            int majority,
            int bylawMajority,
            String votingPeriod,
            boolean secretBallots,
            int marginShare,
            String poolBasis,
            Money leastSupplement,
            String goodsPurchaseTier,
            int goodsOfferDays,
            int goodsCollectionDays,
            int inspectionClaimDays,
            int commitmentFreezeWeeks,
            int originatorShare,
            int forecastChangeDays,
            int batchCorrectionMinutes,
            int maximumAdvanceRate,
            Money advanceLimit,
            String setOffOrder) {}

    /** A proposal that members vote on. */
    record Proposal(
            UUID proposalId,
            String kind,
            String title,
            @Nullable String text,
            @Nullable UUID subjectId,
            @Nullable String subjectName,
            boolean secret,
            String state,
            Instant opensAt,
            Instant closesAt,
            String proposedBy,
            @Nullable UUID proposedByMember,
            @Nullable String proposedByMemberName,
            Instant proposedAt,
            @Nullable Integer bylawsVersion,
            @Nullable Long electorate,
            long turnout,
            @Nullable Result result,
            @Nullable Instant decidedAt,
            @Nullable String withoutEffectBecause) {}

    /** How members have voted. */
    record Result(long yes, long no, long abstentions) {}

    /** A proposal to be made. */
    record ProposalDraft(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String text,
            @Nullable String subjectId,
            @Nullable String opensAt,
            @Nullable String closesAt) {}

    @GET
    @Path("bylaws/versions")
    Listed<Version> versions(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("bylaws/versions/{version}")
    Version version(@PathParam("version") int version);

    @GET
    @Path("bylaws")
    Version inForce();

    @GET
    @Path("proposals")
    Listed<Proposal> proposals(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("proposals/{proposalId}")
    RestResponse<Proposal> proposal(@PathParam("proposalId") UUID proposalId);

    @POST
    @Path("proposals")
    Proposal propose(@HeaderParam("Idempotency-Key") String key, ProposalDraft proposalDraft);

    @DELETE
    @Path("proposals/{proposalId}")
    Proposal withdraw(@PathParam("proposalId") UUID proposalId, @HeaderParam("If-Match") String seen);
}
