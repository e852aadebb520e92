package coop.parasol.portal.logistics;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
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

/** Goods on their way to partners, and their arrival. */
@Path("logistics/shipments")
@Blocking
final class ShipmentPages {

    private static final int PAGE = 50;
    private static final List<String> STATES = List.of("DISPATCHED", "DELIVERED");
    private static final String HOME = "/logistics/shipments/";

    private final LogisticsMessages words = Words.of(LogisticsMessages.class);
    private final LogisticsClient logistics;

    ShipmentPages(@RestClient LogisticsClient logistics) {
        this.logistics = logistics;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance shipments(
                Listed<LogisticsClient.Shipment> shipments, List<String> states, FormFields filter, ListOrder order);

        static native TemplateInstance shipment(LogisticsClient.Shipment s, List<LogisticsClient.ShippedGoods> goods);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sscc") @Nullable String sscc,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        FormFields filter =
                FormFields.empty().with("state", state).with("sscc", sscc).with("reference", reference);
        ListOrder order = ListOrder.of(
                ListAddress.of("/logistics/shipments")
                        .with("state", state)
                        .with("sscc", sscc)
                        .with("reference", reference)
                        .more(),
                sort);
        return Templates.shipments(
                logistics.shipments(
                        after,
                        PAGE,
                        filter.optional("state"),
                        filter.optional("sscc"),
                        filter.optional("reference"),
                        order.chosen()),
                STATES,
                filter,
                order);
    }

    @GET
    @Path("{shipmentId}")
    public TemplateInstance show(@PathParam("shipmentId") UUID shipmentId) {
        LogisticsClient.Shipment shipment = logistics.shipment(shipmentId);
        return Templates.shipment(shipment, shipment.goods() == null ? List.of() : shipment.goods());
    }

    @POST
    @Path("{shipmentId}/check")
    public Response check(@PathParam("shipmentId") UUID shipmentId) {
        LogisticsClient.Shipment shipment = logistics.shipment(shipmentId);
        return Check.of(
                        words.hasThisShipmentArrived(),
                        words.itsInvoiceIsIssued(),
                        HOME + shipmentId + "/delivery",
                        words.itHasArrived125(),
                        HOME + shipmentId)
                .fact(words.sscc(), shipment.sscc())
                .fact(words.deliveryNote(), shipment.reference())
                .page();
    }

    @POST
    @Path("{shipmentId}/delivery")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrived(@PathParam("shipmentId") UUID shipmentId, MultivaluedMap<String, String> sent) {
        LogisticsClient.Shipment shipment =
                logistics.arrived(shipmentId, FormFields.sent(sent).key());
        return Done.at(
                HOME + shipmentId, shipment.invoiceNumber() == null ? shipment.sscc() : shipment.invoiceNumber());
    }
}
