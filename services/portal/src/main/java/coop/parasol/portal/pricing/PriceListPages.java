package coop.parasol.portal.pricing;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.UploadedText;
import coop.parasol.portal.page.Uploads;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Price lists: one person drafts, a second publishes. */
@Path("pricing/lists")
@Blocking
final class PriceListPages {

    private static final List<String> STATES = List.of("DRAFT", "PUBLISHED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final String HOME = "/pricing/lists/";
    private static final String LINES = "lines";
    private static final int UNPROCESSABLE = 422;

    private final PricingMessages words = Words.of(PricingMessages.class);
    private final PricingClient pricing;
    private final Firm firm;

    PriceListPages(@RestClient PricingClient pricing, Firm firm) {
        this.pricing = pricing;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "pricing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lists(
                Listed<PricingClient.PriceList> lists, List<String> states, String state, String more);

        static native TemplateInstance list(
                PricingClient.PriceList list,
                List<PricingClient.Price> prices,
                List<PricingClient.Differential> differentials,
                List<PricingClient.UnitCost> standardCosts);

        static native TemplateInstance draftList(FormFields form, List<PriceLines.BadLine> bad);
    }

    @GET
    public TemplateInstance all(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        return Templates.lists(
                pricing.lists(chosen, after, PAGE),
                STATES,
                chosen == null ? "" : chosen,
                ListAddress.of("/pricing/lists").with("state", chosen).more());
    }

    @GET
    @Path("{listId}")
    public TemplateInstance show(@PathParam("listId") UUID listId) {
        PricingClient.PriceList list = pricing.list(listId);
        return Templates.list(
                list,
                list.prices() == null ? List.of() : list.prices(),
                list.differentials() == null ? List.of() : list.differentials(),
                list.standardCosts() == null ? List.of() : list.standardCosts());
    }

    @GET
    @Path("draft")
    public TemplateInstance form() {
        List<PricingClient.Price> inForce = pricing.prices(null, null, null, 1).items();
        return Templates.draftList(
                FormFields.empty()
                        .with(
                                "currency",
                                inForce.isEmpty()
                                        ? null
                                        : inForce.getFirst().unitPrice().currency()),
                List.of());
    }

    @POST
    @Path("draft")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response draft(
            @RestForm(LINES) @Nullable String lines,
            @RestForm("differentials") @Nullable String differentials,
            @RestForm("standardCosts") @Nullable String standardCosts,
            @RestForm("newTiers") @Nullable String newTiers,
            @RestForm("belowCostReason") @Nullable String belowCostReason,
            @RestForm("currency") @Nullable String currency,
            @RestForm("idempotency-key") @Nullable String key,
            @RestForm("file") @Nullable FileUpload file) {
        UploadedText uploaded = UploadedText.of(Uploads.bytes(file));
        boolean typed = lines != null && !lines.isBlank();
        FormFields form = FormFields.empty()
                .with(LINES, typed ? lines : uploaded.text())
                .with("differentials", differentials)
                .with("standardCosts", standardCosts)
                .with("newTiers", newTiers)
                .with("belowCostReason", belowCostReason)
                .with("currency", currency)
                .with("idempotency-key", key);
        if (typed && uploaded.flaw() != UploadedText.Flaw.EMPTY) {
            form.refuse(LINES, Words.of(PriceListMessages.class).fileOrLines());
        } else if (uploaded.isUnreadable()) {
            form.refuse(LINES, Words.of(PriceListMessages.class).fileIsNoCsv());
        }
        if (form.isRefused()) {
            return refused(UNPROCESSABLE, form, List.of());
        }
        PriceListForm draft = PriceListForm.read(form, firm.zone());
        try {
            PricingClient.PriceList list = pricing.draftList(form.key(), draft.list());
            return Done.at(HOME + list.priceListId(), DeskFormats.brief(list.priceListId()));
        } catch (ServiceProblem problem) {
            List<PriceLines.BadLine> bad = draft.badLines(problem);
            if (bad.isEmpty()) {
                form.refuse(problem);
            }
            return refused(problem.document().status(), form, bad);
        }
    }

    /** The form again; the first line that is wrong at its field, and all of them below. */
    private Response refused(int status, FormFields form, List<PriceLines.BadLine> bad) {
        bad.stream()
                .findFirst()
                .ifPresent(line ->
                        form.refuse(line.list(), words.lineNumberWhat(Integer.toString(line.number()), line.detail())));
        return Response.status(status).entity(Templates.draftList(form, bad)).build();
    }

    @POST
    @Path("{listId}/withdrawal")
    public Response withdraw(@PathParam("listId") UUID listId) {
        pricing.withdrawList(listId);
        return Done.at(HOME + listId);
    }

    @POST
    @Path("{listId}/check")
    public Response check(@PathParam("listId") UUID listId) {
        PricingClient.PriceList list = pricing.list(listId);
        Check check = Check.of(
                        words.publishThisPriceList(),
                        words.partnersOrderAtThese(),
                        HOME + listId + "/approval",
                        words.publish65(),
                        HOME + listId)
                .fact(words.priceList(), DeskFormats.brief(listId))
                .fact(words.drafted(), DeskFormats.actor(list.draftedBy()));
        PriceListMessages listWords = Words.of(PriceListMessages.class);
        check.fact(listWords.whyBelowCost(), list.belowCostReason());
        if (list.prices() != null) {
            list.prices()
                    .forEach(price -> check.fact(
                            price.product() + " " + price.grade() + " " + price.buyers() + ", " + words.fromQuantity()
                                    + " " + Formats.text(price.minimumQuantity()),
                            Formats.text(price.unitPrice()) + ", " + days(price)));
        }
        return check.link(listWords.comparedWithInForce(), HOME + listId + "/comparison")
                .page();
    }

    /** From when a price is valid, and until when if it ends. */
    private String days(PricingClient.Price price) {
        String from = words.validFrom() + " "
                + (price.validFrom() == null ? words.whenPublished() : Formats.text(price.validFrom()));
        return price.validUntil() == null
                ? from
                : from + ", " + Words.of(PriceListMessages.class).validUntil() + " " + Formats.text(price.validUntil());
    }

    @POST
    @Path("{listId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("listId") UUID listId, MultivaluedMap<String, String> sent) {
        pricing.publish(listId, FormFields.sent(sent).key());
        return Done.at(HOME + listId, DeskFormats.brief(listId));
    }
}
