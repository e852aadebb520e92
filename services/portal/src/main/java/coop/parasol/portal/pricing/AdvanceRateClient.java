package coop.parasol.portal.pricing;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
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
import org.jspecify.annotations.Nullable;

/** Rates of advances and their limit at the service pricing. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface AdvanceRateClient {

    /** A rate, in hundredths of a per cent of the lowest price that any tier pays. */
    record Rate(
            UUID rateId,
            String product,
            int rate,
            String state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {}

    /** How much of the firm's limit all advances use. */
    record Limit(int maximumRate, Money limit, Money outstanding, Money room, int used) {}

    /** What a rate would have advanced on what was certified lately. */
    record Simulation(
            String product,
            int rate,
            Instant since,
            int batches,
            int batchesWithAdvance,
            int batchesWithoutCounts,
            Quantity certified,
            Quantity advancedOn,
            Money amount,
            Money limit,
            Money outstanding,
            int used) {}

    /** A rate as it was typed: the service says what is wrong with it. */
    record NewRate(@Nullable String product, @Nullable Object rate) {}

    @GET
    @Path("advance-rates")
    Listed<Rate> rates(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("advance-rates/{rateId}")
    Rate rate(@PathParam("rateId") UUID rateId);

    @GET
    @Path("advance-rates/simulation")
    Simulation simulation(
            @QueryParam("product") @Nullable String product,
            @QueryParam("rate") @Nullable String rate,
            @QueryParam("weeks") @Nullable String weeks);

    @POST
    @Path("advance-rates")
    Rate propose(@HeaderParam("Idempotency-Key") String key, NewRate rate);

    @POST
    @Path("advance-rates/{rateId}/approval")
    Rate approve(@PathParam("rateId") UUID rateId, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("advance-limit")
    Limit limit();

    @DELETE
    @Path("advance-rates/{rateId}")
    Rate withdraw(@PathParam("rateId") UUID rateId);
}
