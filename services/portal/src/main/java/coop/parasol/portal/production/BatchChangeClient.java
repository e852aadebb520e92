package coop.parasol.portal.production;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service production, as far as a producer changes what it has reported of a batch. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/batches/{batchId}")
public interface BatchChangeClient {

    /** What a producer wanted to change; {@code answer} is absent until quality has answered. */
    record BatchChange(
            UUID changeId,
            String kind,
            @Nullable Quantity quantity,
            @Nullable String answer,
            Instant requestedAt) {}

    /** A batch as it is to be. */
    record Correction(
            ProductionClient.Amount quantity,
            @Nullable String madeOn,
            @Nullable String bestBefore,
            @Nullable String route,
            List<ProductionClient.Step> steps,
            @Nullable String commitmentId,
            List<ProductionClient.NewInput> inputs,
            List<ProductionClient.NewMeasurement> measurements) {}

    @GET
    @Path("changes")
    Listed<BatchChange> changes(@PathParam("batchId") UUID batchId, @QueryParam("limit") int limit);

    @POST
    @Path("corrections")
    BatchChange correct(
            @PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key, Correction correction);

    @POST
    @Path("withdrawal")
    BatchChange withdraw(@PathParam("batchId") UUID batchId, @HeaderParam("Idempotency-Key") String key);
}
