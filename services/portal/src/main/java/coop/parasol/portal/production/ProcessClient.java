package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A producer's own process plan, at the service production. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("process-plan")
public interface ProcessClient {

    /** A machine, a place or a group of people whose hours are limited. */
    record WorkCenter(String name, BigDecimal hoursPerWeek, int daysPerWeek) {}

    /** A step by which a product is made. */
    record Step(
            String step,
            @Nullable String machine,
            @Nullable String workCenter,
            @Nullable BigDecimal hoursPerUnit) {}

    /** By which steps a product is made. */
    record Route(String product, List<Step> steps) {}

    /** All that the producer has said. */
    record Plan(List<WorkCenter> workCenters, List<LocalDate> closedDays, List<Route> routes) {}

    /** A work centre as it was typed. */
    record NewWorkCenter(String name, BigDecimal hoursPerWeek, BigDecimal daysPerWeek) {}

    /** A step as it was typed. */
    record NewStep(
            String name,
            @Nullable String machine,
            @Nullable String workCenter,
            @Nullable BigDecimal hoursPerUnit) {}

    /** A route as it was typed. */
    record NewRoute(String product, List<NewStep> steps) {}

    /** A plan as it was typed: the service says what is wrong with it. */
    record NewPlan(List<NewWorkCenter> workCenters, List<String> closedDays, List<NewRoute> routes) {}

    /** Hours that a work centre has in a week, and those that are taken. */
    record Load(String workCenter, BigDecimal hours, BigDecimal taken) {}

    /** The work centres in a week. */
    record WeekLoad(Period period, List<Load> workCenters) {}

    @GET
    RestResponse<Plan> plan();

    @PUT
    Plan set(@HeaderParam("If-Match") String tag, NewPlan plan);

    @GET
    @Path("loads")
    List<WeekLoad> loads(@QueryParam("weeks") int weeks);
}
