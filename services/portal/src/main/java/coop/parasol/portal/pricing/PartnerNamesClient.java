package coop.parasol.portal.pricing;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service distribution, as far as the pricing desk needs it: what partners are called. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface PartnerNamesClient {

    /** A partner by its name. */
    record Partner(String partnerId, String name) {}

    @GET
    @Path("partners")
    Listed<Partner> partners(@QueryParam("limit") int limit, @QueryParam("sort") String sort);
}
