package coop.parasol.portal.logistics;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Goods on their way to partners, and their arrival. */
@Path("logistics/shipments")
@Blocking
final class ShipmentPages {

    private static final int PAGE = 50;
    private static final int PARTNERS = 200;
    private static final String HOME = "/logistics/shipments/";

    private final LogisticsMessages words = MessageBundles.get(LogisticsMessages.class);
    private final LogisticsClient logistics;
    private final Parts parts;

    ShipmentPages(@RestClient LogisticsClient logistics, Parts parts) {
        this.logistics = logistics;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance shipments(Listed<LogisticsClient.Shipment> shipments, Map<UUID, String> names);

        static native TemplateInstance shipment(LogisticsClient.Shipment s, List<LogisticsClient.ShippedGoods> goods);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        var partners = parts.start(() -> logistics.partners(null, PARTNERS));
        Listed<LogisticsClient.Shipment> shipments = logistics.shipments(after, PAGE);
        var loaded = partners.await();
        Map<UUID, String> names = loaded.isLoaded()
                ? loaded.value().items().stream()
                        .collect(Collectors.toMap(LogisticsClient.Partner::partnerId, LogisticsClient.Partner::name))
                : Map.of();
        return Templates.shipments(shipments, names);
    }

    @GET
    @Path("{shipmentId}")
    public TemplateInstance show(@PathParam("shipmentId") UUID shipmentId) {
        LogisticsClient.Shipment shipment = logistics.shipment(shipmentId);
        return Templates.shipment(shipment, shipment.goods() == null ? List.of() : shipment.goods());
    }

    @POST
    @Path("{shipmentId}/check")
    public TemplateInstance check(@PathParam("shipmentId") UUID shipmentId) {
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
