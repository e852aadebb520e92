package coop.parasol.portal.partner;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What was sent to a partner, with the lots and their certificates. */
@Path("deliveries")
@Blocking
final class DeliveryPages {

    private static final int PAGE = 50;
    private static final int MOST = 200;
    private static final List<String> STATES = List.of("DISPATCHED", "DELIVERED");

    private final PartnerClient distribution;
    private final Parts parts;

    DeliveryPages(@RestClient PartnerClient distribution, Parts parts) {
        this.distribution = distribution;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance deliveries(
                Listed<PartnerClient.Shipment> shipments, List<String> states, String state, ListOrder order);

        static native TemplateInstance delivery(
                PartnerClient.Shipment shipment, ProductNames names, Part<Listed<RecallNotice>> recalls);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        ListOrder order =
                ListOrder.of(ListAddress.of("/deliveries").with("state", chosen).more(), sort);
        return Templates.deliveries(
                distribution.shipments(chosen, null, after, PAGE, order.chosen()),
                STATES,
                chosen == null ? "" : chosen,
                order);
    }

    @GET
    @Path("{shipmentId}")
    public TemplateInstance show(@PathParam("shipmentId") UUID shipmentId) {
        Parts.Pending<Listed<PartnerClient.Offer>> catalogue =
                parts.start(() -> distribution.catalogue(null, null, MOST));
        Parts.Pending<Listed<RecallNotice>> recalls = parts.start(() -> distribution.recallNotices(null, MOST));
        return Templates.delivery(
                distribution.shipment(shipmentId), ProductNames.of(catalogue.await()), recalls.await());
    }
}
