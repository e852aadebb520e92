package coop.parasol.portal.partner;

import coop.parasol.contracts.Period;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What a partner expects to order, week by week, and what it needs every week. */
@Path("forecasts")
@Blocking
final class ForecastPages {

    private static final String HOME = "/forecasts";
    private static final String STANDING = "/forecasts/every-week";
    private static final String QUANTITY = "quantity";
    private static final int PAGE = 50;
    private static final int MOST = 200;
    private static final int WEEKS_AHEAD = 52;
    private static final int STANDING_WEEKS_AHEAD = 13;

    private final ForecastClient distribution;
    private final PartnerClient catalogue;
    private final Firm firm;

    ForecastPages(@RestClient ForecastClient distribution, @RestClient PartnerClient catalogue, Firm firm) {
        this.distribution = distribution;
        this.catalogue = catalogue;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance forecasts(
                Listed<ForecastClient.Forecast> forecasts,
                FormFields form,
                List<PartnerClient.Offer> products,
                List<Period> weeks);

        static native TemplateInstance standingNeeds(
                Listed<ForecastClient.StandingNeed> needs,
                FormFields form,
                List<PartnerClient.Offer> products,
                List<Period> weeks);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return page(after, FormFields.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        List<PartnerClient.Offer> products = products();
        ForecastClient.NewForecast forecast = new ForecastClient.NewForecast(
                form.optional("product"),
                form.optional("grade"),
                form.optional("period"),
                new PartnerClient.Amount(form.number(QUANTITY), unit(form, products)));
        ServiceProblem.Document problem =
                distribution.change(form.key(), List.of(forecast)).getFirst().problem();
        if (problem == null) {
            return Done.at(HOME);
        }
        return form.refusedBy(
                FieldPaths.ofWhole(new ServiceProblem(problem), QUANTITY), () -> page(null, form, products));
    }

    @GET
    @Path("every-week")
    public TemplateInstance standing(@QueryParam("after") @Nullable String after) {
        return standingPage(after, FormFields.empty(), products());
    }

    @POST
    @Path("every-week")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response need(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        List<PartnerClient.Offer> products = products();
        try {
            distribution.need(
                    form.key(),
                    new ForecastClient.NewStandingNeed(
                            form.optional("product"),
                            form.optional("grade"),
                            form.optional("from"),
                            new PartnerClient.Amount(form.number(QUANTITY), unit(form, products))));
            return Done.at(STANDING);
        } catch (ServiceProblem refused) {
            return form.refusedBy(FieldPaths.ofWhole(refused, QUANTITY), () -> standingPage(null, form, products));
        }
    }

    @POST
    @Path("every-week/{standingNeedId}/end")
    public Response revoke(@PathParam("standingNeedId") UUID standingNeedId) {
        distribution.revoke(standingNeedId);
        return Done.at(STANDING);
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        return page(after, form, products());
    }

    private TemplateInstance page(@Nullable String after, FormFields form, List<PartnerClient.Offer> products) {
        return Templates.forecasts(distribution.forecasts(after, PAGE), form, products, weeks(WEEKS_AHEAD));
    }

    private TemplateInstance standingPage(@Nullable String after, FormFields form, List<PartnerClient.Offer> products) {
        return Templates.standingNeeds(
                distribution.standingNeeds(after, PAGE), form, products, weeks(STANDING_WEEKS_AHEAD));
    }

    private List<PartnerClient.Offer> products() {
        return catalogue.catalogue(null, null, MOST).items();
    }

    private List<Period> weeks(int ahead) {
        return IntStream.rangeClosed(1, ahead)
                .mapToObj(week -> Period.of(firm.today().plusWeeks(week)))
                .toList();
    }

    /** In which the chosen product is counted; any where none is chosen, which the service refuses first. */
    private static String unit(FormFields form, List<PartnerClient.Offer> products) {
        return products.stream()
                .filter(each -> form.has("product", each.product()))
                .map(PartnerClient.Offer::unit)
                .findFirst()
                .orElse("C62");
    }
}
