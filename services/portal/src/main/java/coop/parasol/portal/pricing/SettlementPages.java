package coop.parasol.portal.pricing;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The settlement of pools: one person drafts, which shows the division, and a second settles. */
@Path("pricing/settlements")
@Blocking
final class SettlementPages {

    private static final List<String> STATES = List.of("DRAFT", "SETTLED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final String HOME = "/pricing/settlements/";

    private final PricingMessages words = Words.of(PricingMessages.class);
    private final PricingClient pricing;

    SettlementPages(@RestClient PricingClient pricing) {
        this.pricing = pricing;
    }

    @CheckedTemplate(basePath = "pricing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settlements(
                Listed<PricingClient.Settlement> settlements, List<String> states, String state, ListOrder order);

        static native TemplateInstance settlement(PricingClient.Settlement s, Waterfall waterfall);

        static native TemplateInstance draftSettlement(FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        ListOrder order = ListOrder.of(
                ListAddress.of("/pricing/settlements").with("state", chosen).more(), sort);
        return Templates.settlements(
                pricing.settlements(chosen, after, PAGE, order.chosen()), STATES, chosen == null ? "" : chosen, order);
    }

    @GET
    @Path("{settlementId}")
    public TemplateInstance show(@PathParam("settlementId") UUID settlementId) {
        PricingClient.Settlement settlement = pricing.settlement(settlementId);
        return Templates.settlement(
                settlement,
                Waterfall.of(
                        settlement,
                        new Waterfall.Labels(
                                words.receipts(),
                                words.carriedIn(),
                                words.margin(),
                                words.costs(),
                                words.payout(),
                                words.carriedOn())));
    }

    @GET
    @Path("draft")
    public TemplateInstance form(
            @QueryParam("product") @Nullable String product, @QueryParam("period") @Nullable String period) {
        List<PricingClient.Price> inForce = pricing.prices(null, null, null, 1).items();
        return Templates.draftSettlement(FormFields.empty()
                .with("product", product)
                .with("period", period)
                .with(
                        "currency",
                        inForce.isEmpty()
                                ? null
                                : inForce.getFirst().unitPrice().currency()));
    }

    @POST
    @Path("draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draft(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            PricingClient.Settlement drafted = pricing.draftSettlement(
                    form.key(),
                    new PricingClient.NewSettlement(
                            form.optional("product"),
                            form.optional("period"),
                            CostLines.costs(form.text("costs"), form.optional("currency"))));
            return Done.at(HOME + drafted.settlementId(), DeskFormats.brief(drafted.settlementId()));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.draftSettlement(form));
        }
    }

    @POST
    @Path("{settlementId}/check")
    public Response check(@PathParam("settlementId") UUID settlementId) {
        PricingClient.Settlement pool = pricing.settlement(settlementId);
        return Check.of(
                        words.settleThisPool(),
                        words.everyProducerGetsIts(),
                        HOME + settlementId + "/approval",
                        words.settle77(),
                        HOME + settlementId)
                .fact(words.product(), pool.product())
                .fact(words.week(), pool.period().toString())
                .fact(words.receipts(), DeskFormats.sum(pool.receipts()))
                .fact(words.margin(), DeskFormats.sum(pool.margin()))
                .fact(words.costs(), DeskFormats.sum(pool.costs()))
                .fact(words.paidBefore(), DeskFormats.sum(pool.paidBefore()))
                .fact(words.paidNow(), DeskFormats.sum(pool.paidOut()))
                .fact(words.charged(), DeskFormats.sum(pool.charged()))
                .fact(words.poolPrice(), Formats.text(pool.poolPrice()))
                .fact(words.producers(), String.valueOf(pool.payouts().size()))
                .fact(words.drafted(), DeskFormats.actor(pool.draftedBy()))
                .page();
    }

    @POST
    @Path("{settlementId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@PathParam("settlementId") UUID settlementId, MultivaluedMap<String, String> sent) {
        pricing.settle(settlementId, FormFields.sent(sent).key());
        return Done.at(HOME + settlementId, DeskFormats.brief(settlementId));
    }
}
