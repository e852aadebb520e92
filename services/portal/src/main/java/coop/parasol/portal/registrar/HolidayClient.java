package coop.parasol.portal.registrar;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The firm's holidays, at the service production. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("firm-holidays")
public interface HolidayClient {

    /** A day on which nobody of the firm works. */
    record Holiday(LocalDate day, String name) {}

    /** A day as it was typed, and what it is called. */
    record NewHoliday(@Nullable String day, @Nullable String name) {}

    @GET
    Listed<Holiday> holidays(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    Holiday set(NewHoliday holiday);

    @DELETE
    @Path("{day}")
    void remove(@PathParam("day") LocalDate day);
}
