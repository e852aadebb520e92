package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the firm proposes to a producer, and what it has delivered before, at the service production. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface ProposalClient {

    /** What is proposed of a product and grade for a week; {@code route} is that of the producer's last commitment. */
    record Proposal(
            String product,
            String grade,
            Period period,
            Quantity wanted,
            Quantity uncovered,
            Quantity freeCapacity,
            Quantity counted,
            Quantity delivered,
            Quantity proposed,
            @Nullable String route) {}

    /** A proposal that is accepted, as the form has it: the service says what is wrong with it. */
    record Acceptance(
            @Nullable String product,
            @Nullable String grade,
            @Nullable String period,
            ProductionClient.Amount quantity,
            @Nullable String route) {}

    /** The commitment that an accepted proposal is in. */
    record Accepted(UUID commitmentId) {}

    /** How much of what counted of a product the producer has delivered, together and by week. */
    record Reliability(String product, Quantity counted, Quantity delivered, List<Week> weeks) {}

    /** The same of one week and grade. */
    record Week(Period period, String grade, Quantity counted, Quantity delivered) {}

    @GET
    @Path("commitment-proposals")
    Listed<Proposal> proposals(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("commitment-proposals/acceptance")
    Accepted accept(@HeaderParam("Idempotency-Key") String key, Acceptance acceptance);

    @GET
    @Path("reliability")
    Listed<Reliability> reliability(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
