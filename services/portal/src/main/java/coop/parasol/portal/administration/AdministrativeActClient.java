package coop.parasol.portal.administration;

import coop.parasol.messaging.AdministrativeAct;
import coop.parasol.messaging.AdministrativeActKind;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jspecify.annotations.Nullable;

/** What administrators have done to the running of a service; every service has the same interface. */
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("administrative-acts")
public interface AdministrativeActClient {

    @GET
    Listed<AdministrativeAct> acts(
            @QueryParam("act") @Nullable AdministrativeActKind act,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("until") @Nullable Instant until,
            @QueryParam("limit") int limit);
}
