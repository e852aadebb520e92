package coop.parasol.portal.production;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service production, as far as a producer's machines are concerned. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/machines")
public interface MachineClient {

    /** A machine; {@code issuedAt} is absent while it never had a token. */
    record Machine(
            UUID machineId,
            String name,
            String state,
            @Nullable Instant issuedAt) {}

    /** A machine to add. */
    record NewMachine(@Nullable String name) {}

    /** What is shown once. */
    record IssuedToken(UUID machineId, String token) {}

    @GET
    Listed<Machine> machines(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    Machine add(@HeaderParam("Idempotency-Key") String key, NewMachine machine);

    @POST
    @Path("{machineId}/token")
    IssuedToken issue(@PathParam("machineId") UUID machineId);

    @DELETE
    @Path("{machineId}")
    Machine revoke(@PathParam("machineId") UUID machineId);
}
