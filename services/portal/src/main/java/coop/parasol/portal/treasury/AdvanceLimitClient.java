package coop.parasol.portal.treasury;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The limit of advances at the service pricing, as far as the treasurer's page needs it. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface AdvanceLimitClient {

    /** How much of the firm's limit all advances use; rates in hundredths of a per cent. */
    record Limit(int maximumRate, Money limit, Money outstanding, Money room, int used) {}

    @GET
    @Path("advance-limit")
    Limit limit();
}
