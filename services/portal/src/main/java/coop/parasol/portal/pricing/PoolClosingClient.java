package coop.parasol.portal.pricing;

import coop.parasol.contracts.Period;
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

/** Final closings of pools at the service pricing. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/pool-closings")
public interface PoolClosingClient {

    /** A decision to close a pool finally, or a proposal of one. */
    record Closing(
            UUID closingId,
            UUID poolId,
            String product,
            Period period,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable Instant closedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {}

    /** The pool to be closed. */
    record NewClosing(String product, String period) {}

    @GET
    Listed<Closing> closings(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("{closingId}")
    Closing closing(@PathParam("closingId") UUID closingId);

    @POST
    Closing propose(@HeaderParam("Idempotency-Key") String key, NewClosing closing);

    @POST
    @Path("{closingId}/approval")
    Closing approve(@PathParam("closingId") UUID closingId, @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("{closingId}")
    Closing withdraw(@PathParam("closingId") UUID closingId);
}
