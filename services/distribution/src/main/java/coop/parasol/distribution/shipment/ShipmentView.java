package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as REST shows it.
 *
 * @param sscc GS1 serial shipping container code, 18 digits
 * @param orderReference the partner's own number of the order
 * @param reference the warehouse's own number of the dispatch
 * @param goods absent in lists
 * @param invoiceId absent in lists and until it is delivered
 */
public record ShipmentView(
        UUID shipmentId,
        String sscc,
        UUID orderId,
        @Nullable String orderReference,
        String reference,
        UUID partnerId,
        @Nullable String partnerName,
        Shipment.State state,
        Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        @Nullable List<ShipmentGoods> goods,
        @Nullable UUID invoiceId,
        @Nullable String invoiceNumber) {

    /** What the partners and orders of shipments are called. */
    record Names(Map<UUID, String> partners, Map<UUID, String> orderReferences) {}

    /**
     * Units of one lot in a shipment.
     *
     * @param line of the order
     * @param certificateNumber of the lot's certificate, by which it is looked up
     */
    public record ShipmentGoods(
            int line,
            String product,
            String grade,
            UUID batchId,
            UUID memberId,
            String lot,
            Quantity quantity,
            UnitPrice unitPrice,
            String certificateNumber) {

        static ShipmentGoods of(ShippedGoods goods, Map<UUID, String> certificateNumbers) {
            return new ShipmentGoods(
                    goods.line(),
                    goods.product(),
                    goods.grade(),
                    goods.batchId(),
                    goods.memberId(),
                    goods.lot(),
                    goods.quantity(),
                    goods.unitPrice(),
                    Objects.requireNonNull(certificateNumbers.get(goods.batchId())));
        }
    }

    static ShipmentView of(
            Shipment shipment,
            Names names,
            @Nullable List<ShipmentGoods> goods,
            @Nullable UUID invoiceId,
            @Nullable String invoiceNumber) {
        return new ShipmentView(
                shipment.shipmentId,
                shipment.sscc,
                shipment.orderId,
                names.orderReferences().get(shipment.orderId),
                shipment.reference,
                shipment.partnerId,
                names.partners().get(shipment.partnerId),
                shipment.state,
                shipment.dispatchedAt,
                shipment.deliveredAt,
                goods,
                invoiceId,
                invoiceNumber);
    }
}
