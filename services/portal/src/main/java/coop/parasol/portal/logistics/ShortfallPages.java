package coop.parasol.portal.logistics;

import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.order.OrderLine;
import coop.parasol.portal.order.OrderReductionClient;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The firm delivers less of a line than was ordered; only the partner itself changes or cancels its order. */
@Path("logistics/orders/{orderId}/lines/{line}")
@Blocking
final class ShortfallPages {

    private static final String HOME = "/logistics/orders/";

    private final LogisticsMessages logisticsWords = Words.of(LogisticsMessages.class);
    private final ShortfallMessages words = Words.of(ShortfallMessages.class);
    private final LogisticsClient logistics;
    private final OrderReductionClient reductions;

    ShortfallPages(@RestClient LogisticsClient logistics, @RestClient OrderReductionClient reductions) {
        this.logistics = logistics;
        this.reductions = reductions;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance shortfall(LogisticsClient.Order order, OrderLine line, FormFields form);
    }

    @GET
    @Path("less")
    public TemplateInstance form(@PathParam("orderId") UUID orderId, @PathParam("line") int line) {
        return page(orderId, line, FormFields.empty());
    }

    @POST
    @Path("check-less")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(
            @PathParam("orderId") UUID orderId, @PathParam("line") int number, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("quantity", "reason");
        if (form.isRefused()) {
            return form.incomplete(() -> page(orderId, number, form));
        }
        LogisticsClient.Order order = logistics.order(orderId);
        OrderLine line = OrderLine.accepted(order.lines(), number);
        String here = HOME + orderId + "/lines/" + number + "/less";
        return Check.of(words.deliverLess(number), words.priceStays(), here, words.deliverLessNow(), here)
                .fact(logisticsWords.order(), order.reference())
                .fact(logisticsWords.partner(), order.partnerName())
                .fact(logisticsWords.product(), line.product())
                .fact(words.wantedUntilNow(), DeskFormats.measure(line.wanted()))
                .fact(words.newQuantity(), form.number("quantity"))
                .fact(logisticsWords.why(), form.text("reason"))
                .field("quantity", form.number("quantity"))
                .field("unit", line.quantity().unit())
                .field("reason", form.text("reason"))
                .page();
    }

    @POST
    @Path("less")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response deliverLess(
            @PathParam("orderId") UUID orderId, @PathParam("line") int line, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return form.carriedOut(
                () -> reductions.fallShort(
                        form.key(),
                        orderId,
                        line,
                        new OrderReductionClient.Shortfall(
                                new OrderReductionClient.Amount(form.number("quantity"), form.text("unit")),
                                form.optional("reason"))),
                () -> Done.at(HOME + orderId, DeskFormats.brief(orderId)),
                () -> page(orderId, line, form));
    }

    private TemplateInstance page(UUID orderId, int number, FormFields form) {
        LogisticsClient.Order order = logistics.order(orderId);
        return Templates.shortfall(order, OrderLine.accepted(order.lines(), number), form);
    }
}
