package coop.parasol.portal.production;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A producer's own calculations of costs, at the service production; nobody else's call gets them. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("cost-calculations")
public interface CostClient {

    /** What a unit costs, and what of the wanted price is left over it. */
    record Result(
            UnitPrice materials,
            UnitPrice work,
            UnitPrice fixedCosts,
            UnitPrice total,
            @Nullable BigDecimal marginPerCent) {}

    /** Material and what a unit of it costs. */
    record Material(String name, BigDecimal quantity, UnitPrice price) {}

    /** Hours and what one costs. */
    record Work(String step, BigDecimal hours, Money hourlyRate) {}

    /** What the workshop costs every week, and what it makes in one. */
    record FixedCosts(Money perWeek, BigDecimal unitsPerWeek, int usedPerCent) {}

    /** A calculation with what it comes to. */
    record Calculation(
            UUID calculationId,
            String name,
            String product,
            BigDecimal units,
            List<Material> materials,
            List<Work> work,
            @Nullable FixedCosts fixedCosts,
            @Nullable UnitPrice wantedPrice,
            Result result) {}

    /** An amount as it was typed, in the firm's currency. */
    record Sum(String amount, String currency) {}

    /** Material as it was typed. */
    record NewMaterial(String name, BigDecimal quantity, Sum price) {}

    /** Hours as they were typed. */
    record NewWork(String step, BigDecimal hours, Sum hourlyRate) {}

    /** Costs of the workshop as they were typed. */
    record NewFixedCosts(
            Sum perWeek,
            @Nullable BigDecimal unitsPerWeek,
            @Nullable BigDecimal usedPerCent) {}

    /** Costs as they were typed: the service says what is wrong with them. */
    record NewCosts(
            @Nullable String name,
            @Nullable String product,
            @Nullable BigDecimal units,
            List<NewMaterial> materials,
            List<NewWork> work,
            @Nullable NewFixedCosts fixedCosts,
            @Nullable Sum wantedPrice) {}

    @GET
    Listed<Calculation> calculations(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("{calculationId}")
    RestResponse<Calculation> calculation(@PathParam("calculationId") UUID calculationId);

    @POST
    Calculation calculate(@HeaderParam("Idempotency-Key") String key, NewCosts costs);

    @PUT
    @Path("{calculationId}")
    Calculation change(
            @PathParam("calculationId") UUID calculationId, @HeaderParam("If-Match") String tag, NewCosts costs);

    @DELETE
    @Path("{calculationId}")
    void delete(@PathParam("calculationId") UUID calculationId, @HeaderParam("If-Match") String tag);
}
