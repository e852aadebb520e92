package coop.parasol.portal.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the firm was founded as, at the service membership; asked without anybody's token. */
@RegisterRestClient(configKey = "membership")
@Path("firm")
public interface FoundedFirmClient {

    /** The firm; the zone is an IANA time zone, the currency an ISO 4217 code. */
    record Founded(String name, String zone, String currency) {}

    @GET
    Founded founded();
}
