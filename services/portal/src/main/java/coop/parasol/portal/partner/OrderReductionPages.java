package coop.parasol.portal.partner;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.FormRedirects;
import coop.parasol.portal.order.OrderLine;
import coop.parasol.portal.order.OrderReductionClient;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Less of a line than a partner has ordered: how much, what all of the rest costs then, and only then the decision. */
@Path("orders/{orderId}/lines/{line}")
@Blocking
final class OrderReductionPages {

    private static final int MOST = 200;

    private final PartnerClient distribution;
    private final OrderReductionClient reductions;
    private final Parts parts;
    private final FormRedirects forms;
    private final ReductionMessages words = Words.of(ReductionMessages.class);

    OrderReductionPages(
            @RestClient PartnerClient distribution,
            @RestClient OrderReductionClient reductions,
            Parts parts,
            FormRedirects forms) {
        this.distribution = distribution;
        this.reductions = reductions;
        this.parts = parts;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reduceLine(
                PartnerClient.Order order, OrderLine line, ProductNames names, FormFields form);

        static native TemplateInstance checkReduction(
                PartnerClient.Order order, OrderReductionClient.Rest rest, ProductNames names, FormFields form);
    }

    @GET
    @Path("less")
    public TemplateInstance form(@PathParam("orderId") UUID orderId, @PathParam("line") int line) {
        return page(orderId, line, FormFields.empty());
    }

    /** What it would cost, before it is decided. */
    @POST
    @Path("check-less")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(
            @PathParam("orderId") UUID orderId, @PathParam("line") int line, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        form.require("quantity");
        if (form.text("reason").isEmpty()) {
            form.refuse("reason", words.whyMissing());
        }
        if (form.isRefused()) {
            return form.incomplete(() -> page(orderId, line, form));
        }
        return forms.to(path(orderId, line) + "/check-less", form, typed -> checked(orderId, line, typed));
    }

    @GET
    @Path("check-less/{checkId}")
    public Response check(
            @PathParam("orderId") UUID orderId,
            @PathParam("line") int line,
            @PathParam("checkId") UUID checkId,
            @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(checkId, typed, path(orderId, line) + "/less", form -> checked(orderId, line, form));
    }

    private static String path(UUID orderId, int line) {
        return "/orders/" + orderId + "/lines/" + line;
    }

    private Response checked(UUID orderId, int line, FormFields form) {
        try {
            Parts.Pending<Listed<PartnerClient.Offer>> catalogue = catalogue();
            OrderReductionClient.Rest rest = reductions.priceOfRest(orderId, line, form.number("quantity"));
            return Response.ok(Templates.checkReduction(
                            distribution.order(orderId), rest, ProductNames.of(catalogue.await()), form))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(orderId, line, form));
        }
    }

    @POST
    @Path("less")
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
                                null)),
                () -> Response.seeOther(URI.create("/orders/" + orderId + "?done=reduced"))
                        .build(),
                () -> page(orderId, line, form));
    }

    private Parts.Pending<Listed<PartnerClient.Offer>> catalogue() {
        return parts.start(() -> distribution.catalogue(null, null, MOST));
    }

    private TemplateInstance page(UUID orderId, int number, FormFields form) {
        Parts.Pending<Listed<PartnerClient.Offer>> catalogue = catalogue();
        PartnerClient.Order order = distribution.order(orderId);
        OrderLine line = OrderLine.accepted(order.lines(), number);
        return Templates.reduceLine(order, line, ProductNames.of(catalogue.await()), form);
    }
}
