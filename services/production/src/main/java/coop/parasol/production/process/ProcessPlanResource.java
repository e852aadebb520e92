package coop.parasol.production.process;

import coop.parasol.production.process.rules.ProcessCapacity;
import coop.parasol.production.process.rules.ProcessCapacity.Plan;
import coop.parasol.production.product.Product;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: a producer's process plan, which nobody else reads; by it the hours of a week bound what it commits. */
@Path("/process-plan")
@Tag(name = "Capacities")
@RolesAllowed("producer")
public class ProcessPlanResource {

    private static final long NOT_STORED = 0;

    private final Caller caller;

    ProcessPlanResource(Caller caller) {
        this.caller = caller;
    }

    /**
     * All that a producer says of its process; it replaces what it has said before.
     *
     * @param workCenters machines, places or groups of people whose hours are limited
     * @param closedDays of the producer, beside the firm's holidays
     * @param routes by which products are made, one for a product
     */
    public record NewPlan(
            @NotNull @Size(max = 50) List<@NotNull @Valid NewWorkCenter> workCenters,
            @NotNull @Size(max = 200) List<@NotNull LocalDate> closedDays,
            @NotNull @Size(max = 100) List<@NotNull @Valid NewRoute> routes) {

        Plan plan() {
            return new Plan(
                    workCenters.stream()
                            .map(each -> new ProcessCapacity.WorkCenter(
                                    each.name().strip(), each.hoursPerWeek(), each.daysPerWeek()))
                            .toList(),
                    closedDays.stream().sorted().distinct().toList(),
                    routes.stream()
                            .map(route -> new ProcessCapacity.Route(
                                    route.product().strip(),
                                    route.steps().stream().map(NewStep::step).toList()))
                            .toList());
        }
    }

    /**
     * A work centre.
     *
     * @param hoursPerWeek without holidays
     * @param daysPerWeek on which it works, from Monday on
     */
    public record NewWorkCenter(
            @NotBlank @Size(max = 100) String name,

            @NotNull @DecimalMin("0") @Digits(integer = 6, fraction = 2) BigDecimal hoursPerWeek,

            @Min(1) @Max(7) int daysPerWeek) {}

    /** By which steps a product is made. */
    public record NewRoute(
            @NotBlank @Size(max = 100) String product,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewStep> steps) {}

    /**
     * A step of a route.
     *
     * @param machine on which it is done; absent for none
     * @param workCenter one of the plan, whose hours it takes; absent where none are limited
     * @param hoursPerUnit in the unit of the product; absent for none
     */
    public record NewStep(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(min = 1, max = 100) String machine,
            @Nullable @Size(min = 1, max = 100) String workCenter,

            @Nullable @DecimalMin("0") @Digits(integer = 6, fraction = 6) BigDecimal hoursPerUnit) {

        ProcessCapacity.Step step() {
            return new ProcessCapacity.Step(
                    name.strip(),
                    machine == null ? null : machine.strip(),
                    workCenter == null ? null : workCenter.strip(),
                    hoursPerUnit);
        }
    }

    /** What a producer has said of its process. */
    public record PlanView(
            List<ProcessCapacity.WorkCenter> workCenters,
            List<LocalDate> closedDays,
            List<ProcessCapacity.Route> routes) {

        static PlanView of(Plan plan) {
            return new PlanView(plan.workCenters(), plan.closedDays(), plan.routes());
        }
    }

    @GET
    @Transactional
    @Operation(operationId = "getProcessPlan", summary = "Read your own process plan; nobody else reads it")
    public Response get() {
        @Nullable ProcessPlan known = ProcessPlan.findById(caller.member());
        return known == null ? answer(Plan.NONE, NOT_STORED) : answer(known.plan, known.version);
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "setProcessPlan",
            summary = "Say how you make your products: from now on you commit at most what your hours allow",
            description =
                    "What is committed already stays. Without a plan, and for a product whose route takes no hours of a"
                            + " work centre, you commit at most the capacity that you have declared for a week.")
    public Response set(@HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewPlan plan) {
        UUID memberId = caller.member();
        @Nullable ProcessPlan known = ProcessPlan.findById(memberId);
        ETags.requireMatch(ifMatch, known == null ? NOT_STORED : known.version);
        check(plan);
        ProcessPlan stored = known == null ? new ProcessPlan() : known;
        stored.memberId = memberId;
        stored.plan = plan.plan();
        stored.persistAndFlush();
        return answer(stored.plan, stored.version);
    }

    private static void check(NewPlan plan) {
        Set<String> centers = new HashSet<>();
        for (int i = 0; i < plan.workCenters().size(); i++) {
            if (!centers.add(plan.workCenters().get(i).name().strip())) {
                throw Problem.invalid(
                        "workCenters[" + i + "].name", "stands-twice", "Each work centre has its own name.");
            }
        }
        Set<String> known = Product.ofCodes(plan.routes().stream()
                        .map(route -> route.product().strip())
                        .collect(Collectors.toSet()))
                .keySet();
        Set<String> products = new HashSet<>();
        for (int i = 0; i < plan.routes().size(); i++) {
            NewRoute route = plan.routes().get(i);
            String product = route.product().strip();
            if (!known.contains(product)) {
                throw Problem.invalid(
                        "routes[" + i + "].product",
                        "unknown-product",
                        "No standard is published for " + product + ".");
            }
            if (!products.add(product)) {
                throw Problem.invalid("routes[" + i + "].product", "stands-twice", "A product has one route.");
            }
            for (int j = 0; j < route.steps().size(); j++) {
                String center = route.steps().get(j).workCenter();
                if (center != null && !centers.contains(center.strip())) {
                    throw Problem.invalid(
                            "routes[" + i + "].steps[" + j + "].workCenter",
                            "unknown-work-center",
                            "The plan has no work centre " + center.strip() + ".");
                }
            }
        }
    }

    private static Response answer(Plan plan, long version) {
        return Response.ok(PlanView.of(plan)).tag(ETags.of(version)).build();
    }
}
