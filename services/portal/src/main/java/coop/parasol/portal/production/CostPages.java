package coop.parasol.portal.production;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A producer's private calculator of costs: what a unit costs it, beside the price it wants and what its goods last earned in a pool. */
@Path("costs")
@Blocking
final class CostPages {

    private static final String HOME = "/costs";
    private static final int PAGE = 50;
    private static final int STATEMENTS = 50;
    private final CostClient costs;
    private final OwnPoolClient pools;
    private final Products products;
    private final Parts parts;
    private final Firm firm;

    CostPages(
            @RestClient CostClient costs, @RestClient OwnPoolClient pools, Products products, Parts parts, Firm firm) {
        this.costs = costs;
        this.pools = pools;
        this.products = products;
        this.parts = parts;
        this.firm = firm;
    }

    /** What a unit of a grade last earned of a pool. */
    record PoolPrice(String grade, Period period, UnitPrice price) {}

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance costs(Listed<CostClient.Calculation> calculations);

        static native TemplateInstance newCosts(FormFields form, List<LotQualityClient.Standard> products);

        static native TemplateInstance costCalculation(
                CostClient.Calculation calculation,
                Part<List<PoolPrice>> prices,
                FormFields form,
                List<LotQualityClient.Standard> products);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.costs(costs.calculations(after, PAGE));
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return Templates.newCosts(FormFields.empty().with("usedPerCent", 100), products.choices());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response calculate(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Supplier<TemplateInstance> page = () -> Templates.newCosts(form, products.choices());
        CostClient.NewCosts typed = CostForm.read(form, firm.currency());
        if (form.isRefused()) {
            return form.incomplete(page);
        }
        try {
            return to(costs.calculate(form.key(), typed).calculationId());
        } catch (ServiceProblem refused) {
            return form.refusedBy(CostForm.atFields(refused), page);
        }
    }

    @GET
    @Path("{calculationId}")
    public TemplateInstance show(@PathParam("calculationId") UUID calculationId) {
        RestResponse<CostClient.Calculation> found = costs.calculation(calculationId);
        return page(found.getEntity(), CostForm.of(found.getEntity(), found.getHeaderString("ETag")));
    }

    private TemplateInstance page(CostClient.Calculation calculation, FormFields form) {
        Parts.Pending<List<PoolPrice>> prices = parts.start(() -> lastPrices(calculation.product()));
        List<LotQualityClient.Standard> choices = products.choices();
        return Templates.costCalculation(calculation, prices.await(), form, choices);
    }

    /** Of the newest pool of the product that has paid the producer. */
    private List<PoolPrice> lastPrices(String product) {
        return pools.newest(STATEMENTS).items().stream()
                .filter(statement -> statement.product().equals(product))
                .filter(statement -> !statement.lines().isEmpty())
                .findFirst()
                .map(statement -> statement.lines().stream()
                        .filter(line -> line.quantity().isPositive())
                        .map(line -> new PoolPrice(line.grade(), statement.period(), perUnit(line)))
                        .toList())
                .orElse(List.of());
    }

    private static UnitPrice perUnit(OwnPoolClient.Line line) {
        Money earned = line.earned();
        return new UnitPrice(
                earned.decimal()
                        .divide(
                                line.quantity().value(),
                                UnitPrice.maxDecimals(earned.currency()),
                                RoundingMode.HALF_UP),
                earned.currency(),
                1);
    }

    @POST
    @Path("{calculationId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("calculationId") UUID calculationId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Supplier<TemplateInstance> page =
                () -> page(costs.calculation(calculationId).getEntity(), form);
        CostClient.NewCosts typed = CostForm.read(form, firm.currency());
        if (form.isRefused()) {
            return form.incomplete(page);
        }
        try {
            costs.change(calculationId, form.text("tag"), typed);
            return to(calculationId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(CostForm.atFields(refused), page);
        }
    }

    @POST
    @Path("{calculationId}/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(@PathParam("calculationId") UUID calculationId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            costs.delete(calculationId, form.text("tag"));
            return Response.seeOther(URI.create(HOME)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    refused, () -> page(costs.calculation(calculationId).getEntity(), form));
        }
    }

    private static Response to(UUID calculationId) {
        return Response.seeOther(URI.create(HOME + "/" + calculationId)).build();
    }
}
