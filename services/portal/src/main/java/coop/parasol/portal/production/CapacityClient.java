package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What a producer could make, at the service production. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("capacities")
public interface CapacityClient {

    /** How much of a product a producer could make in a week. */
    record Capacity(String product, Period period, Quantity quantity) {}

    /** A capacity as it was typed: the service says what is wrong with it. */
    record NewCapacity(ProductionClient.Amount quantity) {}

    @GET
    Listed<Capacity> capacities(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @PUT
    @Path("{product}/{period}")
    Capacity declare(
            @PathParam("product") String product,
            @PathParam("period") String period,
            @HeaderParam("If-Match") String seen,
            NewCapacity newCapacity);
}
