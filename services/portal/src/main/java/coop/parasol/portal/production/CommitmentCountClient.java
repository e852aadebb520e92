package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What counts of a producer's commitments, at the service production. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("commitment-counts")
public interface CommitmentCountClient {

    /** What counts of a commitment and how it is reckoned; without {@code countedAt} as it would be now. */
    record Count(
            String product,
            String grade,
            Period period,
            Quantity committed,
            @Nullable Quantity committedByOwner,
            Quantity counts,
            Quantity handedOver,
            Quantity received,
            Quantity wanted,
            Quantity committedByAll,
            int producers,
            @Nullable Quantity level,
            @Nullable Instant countedAt) {}

    @GET
    Listed<Count> counted(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("expected")
    Listed<Count> expected(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
