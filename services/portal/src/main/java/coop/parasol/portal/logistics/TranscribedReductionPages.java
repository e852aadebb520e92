package coop.parasol.portal.logistics;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.order.OrderLine;
import coop.parasol.portal.order.OrderReductionClient;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A desk enters that a partner wants less of a line, as the partner has said by phone or letter, with what it costs. */
@Path("logistics/orders/{orderId}/lines/{line}")
@Blocking
final class TranscribedReductionPages {

    private static final String HOME = "/logistics/orders/";

    private final LogisticsMessages logisticsWords = Words.of(LogisticsMessages.class);
    private final ShortfallMessages words = Words.of(ShortfallMessages.class);
    private final LogisticsClient logistics;
    private final OrderReductionClient reductions;

    TranscribedReductionPages(@RestClient LogisticsClient logistics, @RestClient OrderReductionClient reductions) {
        this.logistics = logistics;
        this.reductions = reductions;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance transcribedReduction(
                LogisticsClient.Order order, OrderLine line, FormFields form);
    }

    @GET
    @Path("partner-wants-less")
    public TemplateInstance form(@PathParam("orderId") UUID orderId, @PathParam("line") int line) {
        return page(orderId, line, FormFields.empty());
    }

    /** What it costs the partner, before it is entered. */
    @POST
    @Path("check-partner-wants-less")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(
            @PathParam("orderId") UUID orderId, @PathParam("line") int line, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("quantity", "partnerReference", "reason");
        if (form.isRefused()) {
            return form.incomplete(() -> page(orderId, line, form));
        }
        try {
            OrderReductionClient.Rest rest = reductions.priceOfRest(orderId, line, form.number("quantity"));
            return check(logistics.order(orderId), rest, form);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(orderId, line, form));
        }
    }

    private Response check(LogisticsClient.Order order, OrderReductionClient.Rest rest, FormFields form) {
        String here = HOME + order.orderId() + "/lines/" + rest.line() + "/partner-wants-less";
        Check check = Check.of(
                        words.partnerWantsLess(rest.line()),
                        words.inThePartnersName(),
                        here,
                        words.partnerWantsLessNow(),
                        here)
                .fact(logisticsWords.order(), order.reference())
                .fact(logisticsWords.partner(), order.partnerName())
                .fact(logisticsWords.product(), rest.product() + " " + rest.grade())
                .fact(words.wantedUntilNow(), DeskFormats.measure(rest.wanted()))
                .fact(words.partnerWants(), DeskFormats.measure(rest.rest()))
                .fact(logisticsWords.unitPrice(), Formats.text(rest.unitPrice()))
                .fact(words.unitPriceOfRest(), rest.isDearer() ? Formats.text(rest.unitPriceOfRest()) : null)
                .fact(words.amountOfRest(), DeskFormats.sum(rest.amountOfRest()))
                .fact(words.debit(), rest.isDebited() ? DeskFormats.sum(rest.debit()) : null)
                .fact(words.partnerReference(), form.text("partnerReference"))
                .fact(logisticsWords.why(), form.text("reason"));
        return check.field("quantity", form.number("quantity"))
                .field("unit", rest.rest().unit())
                .field("partnerReference", form.text("partnerReference"))
                .field("reason", form.text("reason"))
                .page();
    }

    @POST
    @Path("partner-wants-less")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reduce(
            @PathParam("orderId") UUID orderId, @PathParam("line") int line, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return form.carriedOut(
                () -> reductions.reduce(
                        form.key(),
                        orderId,
                        line,
                        new OrderReductionClient.Reduction(
                                new OrderReductionClient.Amount(form.number("quantity"), form.text("unit")),
                                form.optional("reason"),
                                form.optional("partnerReference"))),
                () -> Done.at(HOME + orderId, DeskFormats.brief(orderId)),
                () -> page(orderId, line, form));
    }

    private TemplateInstance page(UUID orderId, int number, FormFields form) {
        LogisticsClient.Order order = logistics.order(orderId);
        return Templates.transcribedReduction(order, OrderLine.accepted(order.lines(), number), form);
    }
}
