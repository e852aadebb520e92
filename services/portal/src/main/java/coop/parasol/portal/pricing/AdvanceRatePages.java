package coop.parasol.portal.pricing;

import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
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
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Rates of advances: one person proposes after a simulation, a second approves; and how much of the limit all advances use. */
@Path("pricing/advances")
@Blocking
final class AdvanceRatePages {

    private static final int PAGE = 50;
    private static final int PERCENT_DIGITS = 2;
    private static final String HOME = "/pricing/advances";
    private static final String WEEKS = "13";

    private final AdvanceMessages words = Words.of(AdvanceMessages.class);
    private final AdvanceRateClient rates;

    AdvanceRatePages(@RestClient AdvanceRateClient rates) {
        this.rates = rates;
    }

    @CheckedTemplate(basePath = "pricing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance advanceRates(
                AdvanceRateClient.Limit limit, Listed<AdvanceRateClient.Rate> rates);

        static native TemplateInstance advanceRate(
                AdvanceRateClient.Rate rate, AdvanceRateClient.Simulation simulation);

        static native TemplateInstance proposeRate(FormFields form, AdvanceRateClient.@Nullable Simulation simulation);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.advanceRates(rates.limit(), rates.rates(null, after, PAGE));
    }

    @GET
    @Path("propose")
    public TemplateInstance form() {
        return Templates.proposeRate(FormFields.empty().with("weeks", WEEKS), null);
    }

    @POST
    @Path("simulate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response simulate(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            AdvanceRateClient.Simulation simulation = rates.simulation(
                    form.optional("product"),
                    String.valueOf(hundredths(form.optional("rate"))),
                    form.optional("weeks"));
            return Response.ok(Templates.proposeRate(form, simulation)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.proposeRate(form, null));
        }
    }

    @POST
    @Path("propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            rates.propose(
                    form.key(),
                    new AdvanceRateClient.NewRate(form.optional("product"), hundredths(form.optional("rate"))));
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.proposeRate(form, null));
        }
    }

    @POST
    @Path("{rateId}/check")
    public Response check(@PathParam("rateId") UUID rateId) {
        AdvanceRateClient.Rate rate = rates.rate(rateId);
        AdvanceRateClient.Simulation simulation = rates.simulation(rate.product(), String.valueOf(rate.rate()), WEEKS);
        return Check.of(
                        words.approveThisRate(),
                        words.whatIsCertifiedFromNow(),
                        HOME + "/" + rateId + "/approval",
                        words.approveIt(),
                        HOME)
                .fact(words.product(), rate.product())
                .fact(words.rate(), DeskFormats.percent(rate.rate()))
                .fact(words.batchesCertified(), String.valueOf(simulation.batches()))
                .fact(words.quantityWithAdvance(), DeskFormats.measure(simulation.advancedOn()))
                .fact(words.wouldHaveAdvanced(), DeskFormats.sum(simulation.amount()))
                .fact(words.limit(), DeskFormats.sum(simulation.limit()))
                .fact(words.usedThen(), DeskFormats.percent(simulation.used()))
                .fact(words.proposed(), DeskFormats.actor(rate.draftedBy()))
                .page();
    }

    @POST
    @Path("{rateId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("rateId") UUID rateId, MultivaluedMap<String, String> sent) {
        rates.approve(rateId, FormFields.sent(sent).key());
        return Done.at(HOME, DeskFormats.brief(rateId));
    }

    @GET
    @Path("{rateId}")
    public TemplateInstance show(@PathParam("rateId") UUID rateId) {
        AdvanceRateClient.Rate rate = rates.rate(rateId);
        return Templates.advanceRate(rate, rates.simulation(rate.product(), String.valueOf(rate.rate()), WEEKS));
    }

    @POST
    @Path("{rateId}/withdrawal")
    public Response withdraw(@PathParam("rateId") UUID rateId) {
        rates.withdraw(rateId);
        return Done.at(HOME + "/" + rateId);
    }

    /** The per cent that were typed, in hundredths; the text where they are no number, for the service to refuse. */
    private static @Nullable Object hundredths(@Nullable String typed) {
        BigDecimal percent = typed == null ? null : TypedNumber.of(typed);
        try {
            return percent == null
                    ? typed
                    : percent.movePointRight(PERCENT_DIGITS).intValueExact();
        } catch (ArithmeticException tooFine) {
            return typed;
        }
    }
}
