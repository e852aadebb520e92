package coop.parasol.portal.production;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What a producer's own goods have earned in pools, at the service pricing. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("statements")
public interface OwnPoolClient {

    /** The producer's own statement of a pool. */
    record Statement(String product, Period period, List<Line> lines) {}

    /** What its goods of a grade earned. */
    record Line(String grade, Quantity quantity, Money earned) {}

    @GET
    Listed<Statement> newest(@QueryParam("limit") int limit);
}
