package coop.parasol.portal.treasury;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Financial periods at the service membership. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface PeriodsClient {

    /** A financial period. */
    record Period(
            UUID periodId,
            LocalDate firstDay,
            LocalDate lastDay,
            String state,
            @Nullable Integer limitedReturnRate,
            @Nullable Money surplus,
            @Nullable Money volume,
            @Nullable String proposedBy,
            @Nullable Instant proposedAt,
            @Nullable String closedBy,
            @Nullable Instant closedAt,
            @Nullable LocalDate revolvesOn,
            @Nullable Instant revolvedAt) {}

    /** What a close would bring. */
    record ClosePreview(
            UUID periodId,
            int limitedReturnRate,
            Money surplus,
            Money volume,
            Money toReserve,
            Money limitedReturns,
            Money bonuses,
            Money cash,
            Money patronageCapital,
            Money toUndivided,
            Money lossPerShare,
            Money lossCovered,
            int members,
            List<Allotment> allotments) {}

    /** What a close brings a member. */
    record Allotment(
            UUID memberId,
            String memberName,
            Money volume,
            Money limitedReturn,
            Money bonus,
            Money cash,
            Money patronageCapital) {}

    /** A period to be opened. */
    record NewPeriod(@Nullable String firstDay, @Nullable String lastDay) {}

    /** The rate of return with which a period is to be closed. */
    record ProposedClose(@Nullable Object limitedReturnRate) {}

    /** How many members' capital has become payable. */
    record Revolved(UUID periodId, int members) {}

    @GET
    @Path("periods")
    Listed<Period> periods(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("periods/{periodId}")
    RestResponse<Period> period(@PathParam("periodId") UUID periodId);

    @GET
    @Path("periods/{periodId}/close-preview")
    ClosePreview preview(
            @PathParam("periodId") UUID periodId, @QueryParam("limitedReturnRate") @Nullable String limitedReturnRate);

    @GET
    @Path("periods/{periodId}/allotments")
    Listed<Allotment> allotments(
            @PathParam("periodId") UUID periodId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("periods")
    Period open(@HeaderParam("Idempotency-Key") String key, NewPeriod newPeriod);

    @POST
    @Path("periods/{periodId}/closing")
    Period propose(
            @PathParam("periodId") UUID periodId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            ProposedClose proposedClose);

    @DELETE
    @Path("periods/{periodId}/closing")
    Period withdraw(@PathParam("periodId") UUID periodId, @HeaderParam("If-Match") String seen);

    @POST
    @Path("periods/{periodId}/closing/approval")
    Period approve(
            @PathParam("periodId") UUID periodId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("periods/{periodId}/revolving")
    Revolved revolve(@PathParam("periodId") UUID periodId, @HeaderParam("Idempotency-Key") String key);
}
