package coop.parasol.portal.logistics;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service distribution, as far as the firm delivers less than was ordered. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface ShortfallClient {

    /** What the firm delivers of a line, as it was typed: the service says what is wrong with it. */
    record Shortfall(Amount quantity, @Nullable String reason) {}

    /** A quantity as it was typed. */
    record Amount(String value, String unit) {}

    @POST
    @Path("orders/{orderId}/lines/{line}/shortfalls")
    LogisticsClient.Order fallShort(
            @PathParam("orderId") UUID orderId,
            @PathParam("line") int line,
            @HeaderParam("Idempotency-Key") String key,
            Shortfall shortfall);
}
