package coop.parasol.portal.production;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** With which firms a producer has one owner, at the service membership. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("firm-owners")
public interface OwnFirmOwnerClient {

    /** A firm by its name. */
    record Firm(UUID memberId, String name) {}

    /** A firm that has one owner with others. */
    record FirmOwner(UUID memberId, List<Firm> otherFirms) {

        /** The names of the other firms of its owner. */
        public String others() {
            return String.join(", ", otherFirms.stream().map(Firm::name).toList());
        }
    }

    /** The producer's own firm; nothing where it has no owner in common with others. */
    @GET
    Listed<FirmOwner> own(@QueryParam("limit") int limit);
}
