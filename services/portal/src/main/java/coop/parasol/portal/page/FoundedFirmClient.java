package coop.parasol.portal.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the firm was founded as, at the service membership; asked without anybody's token. */
@RegisterRestClient(configKey = "membership")
@Path("firm")
public interface FoundedFirmClient {

    /** The firm; the zone is an IANA time zone. */
    record Founded(String name, String zone) {}

    @GET
    Founded founded();
}
