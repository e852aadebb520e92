package coop.parasol.portal.partner;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.client.ServiceProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What a partner expects to order, at the service distribution. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface ForecastClient {

    /** What is expected for a week; {@code standing} where it follows from what is needed every week. */
    record Forecast(
            String product,
            String grade,
            Period period,
            Quantity quantity,
            boolean standing,
            LocalDate changeableUntil) {}

    /** A forecast as it was typed: the service says what is wrong with it. */
    record NewForecast(
            @Nullable String product,
            @Nullable String grade,
            @Nullable String period,
            PartnerClient.Amount quantity) {}

    /** What one of many forecasts was answered with: how it stands, or why it is refused. */
    record Answer(int position, int status, @Nullable Forecast result, ServiceProblem.@Nullable Document problem) {}

    /** What is needed every week from one on. */
    record StandingNeed(UUID standingNeedId, String product, String grade, Period from, Quantity quantity) {}

    /** A standing need as it was typed; without {@code from} it begins as early as it can. */
    record NewStandingNeed(
            @Nullable String product,
            @Nullable String grade,
            @Nullable String from,
            PartnerClient.Amount quantity) {}

    @GET
    @Path("forecasts")
    Listed<Forecast> forecasts(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("forecasts")
    List<Answer> change(@HeaderParam("Idempotency-Key") String key, List<NewForecast> forecasts);

    /** Each line of the answer is an {@link Answer} in JSON, its position the number of the line in the file. */
    @POST
    @Path("forecasts/file")
    @Consumes("text/csv")
    @Produces("application/x-ndjson")
    InputStream changeByFile(byte[] file);

    @GET
    @Path("standing-needs")
    Listed<StandingNeed> standingNeeds(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("standing-needs")
    StandingNeed need(@HeaderParam("Idempotency-Key") String key, NewStandingNeed need);

    @DELETE
    @Path("standing-needs/{standingNeedId}")
    void revoke(@PathParam("standingNeedId") UUID standingNeedId);
}
