package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service pricing, as far as a member's pages need it: what was advanced on its certified goods. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface AdvanceClient {

    /** What was decided about the goods of a batch, and what has become of the advance on them. */
    record Advance(
            UUID advanceId,
            UUID batchId,
            String product,
            String grade,
            @Nullable String period,
            String outcome,
            Quantity quantity,
            int rate,
            Money amount,
            Money recovered,
            Money declaredDue,
            Money outstanding,
            Instant decidedAt) {}

    /** The sums over all advances of a member; {@code dueNext} is a part of {@code outstanding}. */
    record Position(Money granted, Money recovered, Money declaredDue, Money outstanding, Money dueNext) {}

    @GET
    @Path("advances")
    Listed<Advance> advances(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("advance-positions/{memberId}")
    Position position(@PathParam("memberId") UUID memberId);
}
