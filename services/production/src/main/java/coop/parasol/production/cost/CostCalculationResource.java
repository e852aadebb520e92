package coop.parasol.production.cost;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Ids;
import coop.parasol.production.cost.rules.UnitCost;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * REST: a producer's private calculator of costs. What it has calculated is shown to it alone: another's calculation is to everybody,
 * the firm's staff included, as if there were none.
 */
@Path("/cost-calculations")
@Tag(name = "Costs")
@RolesAllowed("producer")
public class CostCalculationResource {

    private static final int MAX_CALCULATIONS = 200;
    private static final BigDecimal MAX_AMOUNT = BigDecimal.TEN.pow(9);

    private final FirmCurrency currency;
    private final FirmClock clock;
    private final Caller caller;

    CostCalculationResource(FirmCurrency currency, FirmClock clock, Caller caller) {
        this.currency = currency;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * What a producer knows of the costs of a product.
     *
     * @param name in its own words
     * @param units for which materials and hours are stated
     * @param fixedCosts of the workshop; absent for none
     * @param wantedPrice of a unit; absent where none is wanted yet
     */
    public record Costs(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String product,

            @NotNull @DecimalMin("0.000001") @Digits(integer = 9, fraction = 6) BigDecimal units,

            @NotNull @Size(max = 100) List<@NotNull @Valid NewMaterial> materials,
            @NotNull @Size(max = 100) List<@NotNull @Valid NewWork> work,
            @Nullable @Valid NewFixedCosts fixedCosts,
            @Nullable UnitPrice wantedPrice) {

        UnitCost.Basis basis() {
            return new UnitCost.Basis(
                    units,
                    materials.stream()
                            .map(each -> new UnitCost.Material(each.name().strip(), each.quantity(), each.price()))
                            .toList(),
                    work.stream()
                            .map(each -> new UnitCost.Labour(each.step().strip(), each.hours(), each.hourlyRate()))
                            .toList(),
                    fixedCosts == null
                            ? null
                            : new UnitCost.FixedCosts(
                                    fixedCosts.perWeek(), fixedCosts.unitsPerWeek(), fixedCosts.usedPerCent()),
                    wantedPrice);
        }
    }

    /**
     * Material for the units.
     *
     * @param quantity in any unit
     * @param price of that unit
     */
    public record NewMaterial(
            @NotBlank @Size(max = 100) String name,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6) BigDecimal quantity,

            @NotNull UnitPrice price) {}

    /** Hours of a step of work for the units. */
    public record NewWork(
            @NotBlank @Size(max = 100) String step,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6) BigDecimal hours,

            @NotNull Money hourlyRate) {}

    /**
     * What the workshop costs every week, whatever it makes.
     *
     * @param unitsPerWeek that it could make
     * @param usedPerCent how much of that is expected to be made
     */
    public record NewFixedCosts(
            @NotNull Money perWeek,

            @NotNull @DecimalMin("0.000001") @Digits(integer = 9, fraction = 6) BigDecimal unitsPerWeek,

            @Min(1) @Max(100) int usedPerCent) {}

    /**
     * A calculation with what it comes to.
     *
     * @param result what a unit costs; each part is rounded by itself
     */
    public record CalculationView(
            UUID calculationId,
            UUID memberId,
            String name,
            String product,
            BigDecimal units,
            List<UnitCost.Material> materials,
            List<UnitCost.Labour> work,
            UnitCost.@Nullable FixedCosts fixedCosts,
            @Nullable UnitPrice wantedPrice,
            UnitCost.Result result,
            Instant changedAt) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(operationId = "calculateCosts", summary = "Calculate what a unit costs you; nobody but you reads it")
    public Response create(@Valid @NotNull Costs costs) {
        UUID memberId = caller.member();
        check(costs);
        if (CostCalculation.countOf(memberId) >= MAX_CALCULATIONS) {
            throw Problem.refused(
                    "too-many-calculations",
                    "You keep " + MAX_CALCULATIONS + " calculations; delete one that you do not need any more.");
        }
        CostCalculation calculation = new CostCalculation();
        calculation.id = Ids.next();
        calculation.memberId = memberId;
        store(calculation, costs);
        return Response.created(URI.create("/cost-calculations/" + calculation.id))
                .tag(ETags.of(calculation.version))
                .entity(view(calculation))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCostCalculations",
            summary = "List your own calculations of costs in the order in which you made them")
    public Page<CalculationView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.member();
        return query.byId(
                        (after, maxRows) -> CostCalculation.ofMember(memberId, after, maxRows),
                        calculation -> calculation.id)
                .map(this::view);
    }

    @GET
    @Path("/{calculationId}")
    @Transactional
    @Operation(operationId = "getCostCalculation", summary = "Read one of your own calculations of costs")
    public Response get(@PathParam("calculationId") UUID calculationId) {
        return answer(own(calculationId));
    }

    @PUT
    @Path("/{calculationId}")
    @Transactional
    @Operation(operationId = "changeCostCalculation", summary = "Change one of your own calculations of costs")
    public Response change(
            @PathParam("calculationId") UUID calculationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Costs costs) {
        CostCalculation calculation = own(calculationId);
        ETags.requireMatch(ifMatch, calculation.version);
        check(costs);
        store(calculation, costs);
        return answer(calculation);
    }

    @DELETE
    @Path("/{calculationId}")
    @Transactional
    @Operation(operationId = "deleteCostCalculation", summary = "Delete one of your own calculations of costs")
    public void delete(
            @PathParam("calculationId") UUID calculationId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        CostCalculation calculation = own(calculationId);
        ETags.requireMatch(ifMatch, calculation.version);
        calculation.delete();
    }

    private CostCalculation own(UUID calculationId) {
        return CostCalculation.own(caller.member(), calculationId)
                .orElseThrow(() -> Problem.notFound("calculation", calculationId));
    }

    private void store(CostCalculation calculation, Costs costs) {
        calculation.name = costs.name().strip();
        calculation.product = costs.product().strip();
        calculation.basis = costs.basis();
        calculation.changedAt = clock.now();
        calculation.persistAndFlush();
    }

    private void check(Costs costs) {
        for (int i = 0; i < costs.materials().size(); i++) {
            check("materials[" + i + "].price", costs.materials().get(i).price());
        }
        for (int i = 0; i < costs.work().size(); i++) {
            check("work[" + i + "].hourlyRate", UnitPrice.of(costs.work().get(i).hourlyRate()));
        }
        NewFixedCosts fixedCosts = costs.fixedCosts();
        if (fixedCosts != null) {
            check("fixedCosts.perWeek", UnitPrice.of(fixedCosts.perWeek()));
        }
        UnitPrice wanted = costs.wantedPrice();
        if (wanted != null) {
            check("wantedPrice", wanted);
        }
    }

    private void check(String field, UnitPrice amount) {
        if (!amount.currency().equals(currency.code())) {
            throw Problem.invalid(
                    field + ".currency", "wrong-currency", "The firm's currency is " + currency.code() + ".");
        }
        if (amount.amount().signum() < 0 || amount.amount().compareTo(MAX_AMOUNT) > 0) {
            throw Problem.invalid(
                    field + ".amount", "impossible-amount", "It is zero or more, and at most 1,000,000,000.");
        }
    }

    private Response answer(CostCalculation calculation) {
        return Response.ok(view(calculation)).tag(ETags.of(calculation.version)).build();
    }

    private CalculationView view(CostCalculation calculation) {
        UnitCost.Basis basis = calculation.basis;
        return new CalculationView(
                calculation.id,
                calculation.memberId,
                calculation.name,
                calculation.product,
                basis.units(),
                basis.materials(),
                basis.work(),
                basis.fixedCosts(),
                basis.wantedPrice(),
                UnitCost.of(basis, currency.code()),
                calculation.changedAt);
    }
}
