package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as REST shows it.
 *
 * @param sscc GS1 serial shipping container code, 18 digits
 * @param reference the warehouse's own number of the dispatch
 * @param goods absent in lists
 * @param invoiceId absent in lists and until it is delivered
 */
public record ShipmentView(
        UUID shipmentId,
        String sscc,
        UUID orderId,
        String reference,
        UUID partnerId,
        Shipment.State state,
        Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        @Nullable List<ShippedGoods> goods,
        @Nullable UUID invoiceId,
        @Nullable String invoiceNumber) {

    static ShipmentView of(
            Shipment shipment,
            @Nullable List<ShippedGoods> goods,
            @Nullable UUID invoiceId,
            @Nullable String invoiceNumber) {
        return new ShipmentView(
                shipment.shipmentId,
                shipment.sscc,
                shipment.orderId,
                shipment.reference,
                shipment.partnerId,
                shipment.state,
                shipment.dispatchedAt,
                shipment.deliveredAt,
                goods,
                invoiceId,
                invoiceNumber);
    }
}
