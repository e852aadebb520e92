package coop.parasol.portal.logistics;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.order.OrderLine;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Parts;
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

/** Orders, and what leaves the warehouse for one. */
@Path("logistics/orders")
@Blocking
final class OrderPages {

    private static final int PAGE = 50;
    private static final int PARTNERS = 200;
    private static final String HOME = "/logistics/orders/";
    private static final List<String> STATES = List.of(
            "ALLOCATED",
            "PART_ALLOCATED",
            "ACCEPTED",
            "DISPATCHED",
            "DELIVERED",
            "INVOICED",
            "PAID",
            "CANCELLED",
            "REFUSED");

    private final LogisticsMessages words = Words.of(LogisticsMessages.class);
    private final LogisticsClient logistics;
    private final Parts parts;

    OrderPages(@RestClient LogisticsClient logistics, Parts parts) {
        this.logistics = logistics;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance orders(
                Listed<LogisticsClient.Order> orders,
                List<LogisticsClient.Partner> partners,
                List<String> states,
                String state,
                String partner,
                String reference,
                ListOrder order);

        static native TemplateInstance order(LogisticsClient.Order order, List<OrderLine> lines, FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String ofPartner = ListAddress.given(partner);
        String inState = ListAddress.given(state);
        String numbered = ListAddress.given(reference);
        var partners = parts.start(() -> logistics.partners(null, PARTNERS, "name"));
        ListOrder order = ListOrder.of(
                ListAddress.of("/logistics/orders")
                        .with("state", state)
                        .with("partner", partner)
                        .with("reference", reference)
                        .more(),
                sort);
        Listed<LogisticsClient.Order> orders =
                logistics.orders(after, PAGE, ofPartner, inState, numbered, order.chosen());
        var loaded = partners.await();
        return Templates.orders(
                orders,
                loaded.isLoaded() ? loaded.value().items() : List.of(),
                STATES,
                inState == null ? "" : inState,
                ofPartner == null ? "" : ofPartner,
                numbered == null ? "" : numbered,
                order);
    }

    @GET
    @Path("{orderId}")
    public TemplateInstance show(@PathParam("orderId") UUID orderId) {
        return page(orderId, FormFields.empty());
    }

    private TemplateInstance page(UUID orderId, FormFields form) {
        LogisticsClient.Order order = logistics.order(orderId);
        return Templates.order(order, order.lines() == null ? List.of() : order.lines(), form);
    }

    @POST
    @Path("{orderId}/check-dispatch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkDispatch(@PathParam("orderId") UUID orderId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (form.optional("reference") == null) {
            form.refuse("reference", words.typeTheDeliveryNote());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(orderId, form))
                    .build();
        }
        return check(
                        logistics.order(orderId),
                        words.dispatchAllThatIsReserved(),
                        words.theGoodsLeaveThe(),
                        "dispatches",
                        words.dispatch118())
                .fact(words.numberOfTheDelivery(), form.text("reference"))
                .field("reference", form.text("reference"))
                .page();
    }

    private Check check(LogisticsClient.Order order, String title, String what, String action, String button) {
        String home = HOME + order.orderId();
        Check check = Check.of(title, what, home + "/" + action, button, home)
                .fact(words.order(), order.reference())
                .fact(words.partner(), order.partnerName());
        if (order.lines() != null) {
            order.lines().stream()
                    .filter(line -> line.reserved().value().signum() > 0)
                    .forEach(line -> check.fact(
                            words.reservedOfProduct(
                                    line.grade() == null ? line.product() : line.product() + " " + line.grade()),
                            DeskFormats.measure(line.reserved())));
        }
        return check;
    }

    @POST
    @Path("{orderId}/dispatches")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dispatch(@PathParam("orderId") UUID orderId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            LogisticsClient.Shipment shipment = logistics.dispatch(
                    orderId, form.key(), new LogisticsClient.NewDispatch(form.optional("reference")));
            return Done.at("/logistics/shipments/" + shipment.shipmentId(), shipment.sscc());
        } catch (ServiceProblem refused) {
            return again(orderId, form, refused);
        }
    }

    private Response again(UUID orderId, FormFields form, ServiceProblem refused) {
        return form.refusedBy(refused, () -> page(orderId, form));
    }
}
