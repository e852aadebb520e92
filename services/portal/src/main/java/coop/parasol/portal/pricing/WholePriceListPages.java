package coop.parasol.portal.pricing;

import coop.parasol.csv.CsvWriter;
import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Price lists as a whole: as a file, changed by a percentage, and compared with what is in force. */
@Path("pricing/lists")
@Blocking
final class WholePriceListPages {

    private static final int PARTNERS = 200;

    private final PricingClient pricing;
    private final PriceComparisonClient comparisons;
    private final PartnerNamesClient partners;
    private final Parts parts;
    private final Firm firm;

    WholePriceListPages(
            @RestClient PricingClient pricing,
            @RestClient PriceComparisonClient comparisons,
            @RestClient PartnerNamesClient partners,
            Parts parts,
            Firm firm) {
        this.pricing = pricing;
        this.comparisons = comparisons;
        this.partners = partners;
        this.parts = parts;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "pricing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance changePrices(FormFields form, List<PartnerNamesClient.Partner> partners);

        static native TemplateInstance comparison(
                UUID listId,
                List<PriceComparisonClient.ComparedPrice> prices,
                List<PriceComparisonClient.ComparedPool> pools);
    }

    @GET
    @Path("change")
    public TemplateInstance form() {
        return page(FormFields.empty());
    }

    private TemplateInstance page(FormFields form) {
        Part<Listed<PartnerNamesClient.Partner>> found = parts.load(() -> partners.partners(PARTNERS, "name"));
        return Templates.changePrices(form, found.isLoaded() ? found.value().items() : List.of());
    }

    @POST
    @Path("change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            PricingClient.PriceList list = pricing.changePrices(
                    form.key(),
                    new PricingClient.NewPriceChange(
                            number(form.optional("percent")),
                            number(form.optional("grid")),
                            form.optional("product"),
                            form.optional("tier"),
                            form.optional("partnerGroup"),
                            form.optional("partnerId"),
                            form.optional("belowCostReason")));
            return Done.at("/pricing/lists/" + list.priceListId(), DeskFormats.brief(list.priceListId()));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(form));
        }
    }

    @GET
    @Path("{listId}/comparison")
    public TemplateInstance compare(@PathParam("listId") UUID listId) {
        PriceComparisonClient.Comparison comparison = comparisons.comparison(listId);
        return Templates.comparison(listId, comparison.prices(), comparison.pools());
    }

    /** The pools of last season by the draft, a row for each grade. */
    @GET
    @Path("{listId}/comparison/file")
    public Response poolsFile(@PathParam("listId") UUID listId) {
        return Response.ok(PoolComparisonFile.csv(comparisons.comparison(listId).pools()))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"pools-" + DeskFormats.brief(listId) + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** With the columns that a file of prices has when it is sent, so that it may be changed in a spreadsheet and come back. */
    @GET
    @Path("{listId}/file")
    public Response file(@PathParam("listId") UUID listId) {
        List<PricingClient.Price> prices = pricing.list(listId).prices();
        return Response.ok(csv(prices == null ? List.of() : prices, firm.zone()))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"prices-" + DeskFormats.brief(listId) + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The number that was typed; the text where it is none. */
    private static @Nullable Object number(@Nullable String typed) {
        BigDecimal number = typed == null ? null : TypedNumber.of(typed);
        return number == null ? typed : number;
    }

    static String csv(List<PricingClient.Price> prices, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row(PriceLines.COLUMNS);
        for (PricingClient.Price price : prices) {
            csv.row(
                    price.product(),
                    price.grade(),
                    price.tier(),
                    price.partnerGroup(),
                    price.partnerId(),
                    price.minimumQuantity().value(),
                    price.minimumQuantity().unit(),
                    price.unitPrice().amount(),
                    price.unitPrice().per(),
                    moment(price.validFrom(), zone),
                    moment(price.validUntil(), zone));
        }
        return text.toString();
    }

    private static @Nullable String moment(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    }
}
