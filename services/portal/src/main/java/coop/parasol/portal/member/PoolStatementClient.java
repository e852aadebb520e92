package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service pricing, as far as a member's pages need it: what pools have paid for its goods. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface PoolStatementClient {

    /** A member's part of a settled pool; {@code gross} is the sum of the lines, {@code payable} that without advances. */
    record Statement(
            UUID settlementId,
            UUID poolId,
            String product,
            Period period,
            List<Line> lines,
            Money gross,
            Money advances,
            Money payable,
            Money salesValue) {}

    /** One grade: {@code amount} is quantity times price. */
    record Line(String grade, Quantity quantity, BigDecimal factor, Money price, Money amount) {}

    @GET
    @Path("statements")
    Listed<Statement> statements(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("statements/{poolId}")
    Listed<Statement> statements(
            @PathParam("poolId") UUID poolId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);
}
