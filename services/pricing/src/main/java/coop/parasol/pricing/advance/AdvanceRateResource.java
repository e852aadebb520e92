package coop.parasol.pricing.advance;

import coop.parasol.pricing.advance.AdvanceRates.AdvanceRate;
import coop.parasol.pricing.product.Product;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: rates of advances, which one person of the pricing desk proposes and another approves. */
@Path("/advance-rates")
@Tag(name = "Advances")
public class AdvanceRateResource {

    private static final int WHOLE = 10_000;
    private static final int MAX_WEEKS = 104;

    private final ProposeAdvanceRate proposeAdvanceRate;
    private final SimulateAdvances simulateAdvances;
    private final AdvanceRates rates;
    private final Caller caller;

    AdvanceRateResource(
            ProposeAdvanceRate proposeAdvanceRate,
            SimulateAdvances simulateAdvances,
            AdvanceRates rates,
            Caller caller) {
        this.proposeAdvanceRate = proposeAdvanceRate;
        this.simulateAdvances = simulateAdvances;
        this.rates = rates;
        this.caller = caller;
    }

    /**
     * A rate of advances to be proposed.
     *
     * @param rate in basis points of the lowest price that any tier pays; 0 for no advances from its approval on
     */
    public record NewAdvanceRate(
            @NotBlank @Size(max = 50) String product,
            @NotNull @Min(0) @Max(WHOLE) Integer rate) {}

    @POST
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Propose a rate of advances for a product, at most the bylaws' maximum; another person approves it")
    public Response propose(@Valid @NotNull NewAdvanceRate proposal) {
        AdvanceRate rate = decided(proposeAdvanceRate.propose(proposal.product(), proposal.rate(), caller.actor()));
        return Response.created(URI.create("/advance-rates/" + rate.rateId()))
                .entity(rate)
                .build();
    }

    @POST
    @Path("/{rateId}/approval")
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Approve a rate of advances that another person has proposed; it is in force for what is certified from now on")
    public Response approve(@PathParam("rateId") UUID rateId) {
        return Response.ok(decided(proposeAdvanceRate.approve(rateId, caller.actor())))
                .build();
    }

    @GET
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(
            summary =
                    "List the rates of advances, of one state or all, newest first; of a product the last approved one is in force")
    public Page<AdvanceRate> list(
            @BeanParam @Valid PageQuery query, @QueryParam("state") AdvanceRates.@Nullable State state) {
        return query.newestFirst((before, maxRows) -> rates.newestFirst(state, before, maxRows), AdvanceRate::rateId);
    }

    @GET
    @Path("/{rateId}")
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(summary = "Show a rate of advances: who proposed it, and whether it is approved")
    public AdvanceRate show(@PathParam("rateId") UUID rateId) {
        return rates.find(rateId).orElseThrow(() -> Problem.notFound("advance rate", rateId));
    }

    @GET
    @Path("/simulation")
    @RolesAllowed("pricing-desk")
    @Transactional
    @Operation(
            summary =
                    "Show what a rate would have advanced on what was certified in the last weeks, and how much of the limit it would use")
    public SimulateAdvances.Simulation simulate(
            @QueryParam("product") @NotNull @NotBlank @Size(max = 50) String product,
            @QueryParam("rate") @NotNull @Min(0) @Max(WHOLE) Integer rate,
            @QueryParam("weeks") @DefaultValue("13") @Min(1) @Max(MAX_WEEKS) int weeks) {
        Map<String, Product> known = Product.byCode(List.of(product));
        Product found = known.get(product);
        if (found == null) {
            throw Problem.invalid("product", "unknown-product", "No standard is published for " + product + ".");
        }
        return simulateAdvances.simulate(found, rate, weeks);
    }

    @DELETE
    @Path("/{rateId}")
    @RolesAllowed("pricing-desk")
    @Transactional
    @Operation(summary = "Withdraw a rate of advances that was proposed, before it is approved")
    public AdvanceRate withdraw(@PathParam("rateId") UUID rateId) {
        return decided(proposeAdvanceRate.withdraw(rateId, caller.actor()));
    }

    private static AdvanceRate decided(ProposeAdvanceRate.Outcome outcome) {
        return switch (outcome) {
            case ProposeAdvanceRate.Decided decided -> decided.rate();
            case ProposeAdvanceRate.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
