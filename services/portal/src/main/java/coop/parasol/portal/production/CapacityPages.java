package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What a producer could make, week by week; declared again, it is changed. */
@Path("capacities")
@Blocking
final class CapacityPages {

    private static final int PAGE = 50;
    private static final int WEEKS_AHEAD = 26;

    /** The producer alone declares its capacity, so that what it says last is meant. */
    private static final String WHATEVER_WAS_SAID_BEFORE = "*";

    private final CapacityClient production;
    private final Products products;
    private final Firm firm;

    CapacityPages(@RestClient CapacityClient production, Products products, Firm firm) {
        this.production = production;
        this.products = products;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance capacities(
                Listed<CapacityClient.Capacity> capacities,
                FormFields form,
                List<LotQualityClient.Standard> products,
                List<Period> weeks,
                boolean declared);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("product") @Nullable String product,
            @QueryParam("period") @Nullable String period,
            @QueryParam("after") @Nullable String after,
            @QueryParam("declared") @Nullable String declared) {
        return page(after, FormFields.empty().with("product", product).with("period", period), declared != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response declare(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        String unit = products.choices().stream()
                .filter(each -> form.has("product", each.product()))
                .map(LotQualityClient.Standard::unit)
                .findFirst()
                .orElse("");
        if (unit.isEmpty()) {
            form.refuse("product", Words.of(CapacityMessages.class).chooseProduct());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(null, form, false))
                    .build();
        }
        try {
            production.declare(
                    form.text("product"),
                    form.text("period"),
                    WHATEVER_WAS_SAID_BEFORE,
                    new CapacityClient.NewCapacity(new ProductionClient.Amount(form.number("quantity"), unit)));
            return Response.seeOther(URI.create("/capacities?declared=yes")).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(FieldPaths.ofWhole(refused, "quantity"), () -> page(null, form, false));
        }
    }

    private TemplateInstance page(@Nullable String after, FormFields form, boolean declared) {
        List<Period> weeks = IntStream.range(0, WEEKS_AHEAD)
                .mapToObj(week -> Period.of(firm.today().plusWeeks(week)))
                .toList();
        return Templates.capacities(production.capacities(after, PAGE), form, products.choices(), weeks, declared);
    }
}
