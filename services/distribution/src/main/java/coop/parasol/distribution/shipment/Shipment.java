package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods on their way, or arrived.
 *
 * @param state DISPATCHED or DELIVERED
 * @param goods empty in lists
 */
record Shipment(
        UUID shipmentId,
        String sscc,
        UUID orderId,
        UUID partnerId,
        String state,
        Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        List<Goods> goods) {

    /**
     * Units of one batch.
     *
     * @param line of the order
     * @param owner MEMBER, or FIRM for goods that it had bought in when they left
     */
    record Goods(
            int line,
            String product,
            String grade,
            UUID batchId,
            UUID memberId,
            String lot,
            String owner,
            Quantity quantity,
            Money unitPrice) {

        ShippedGoods shipped() {
            return new ShippedGoods(line, product, grade, batchId, memberId, lot, quantity, unitPrice);
        }
    }

    List<ShippedGoods> shipped() {
        return goods.stream().map(Goods::shipped).toList();
    }

    Shipment delivered(Instant now) {
        return new Shipment(shipmentId, sscc, orderId, partnerId, "DELIVERED", dispatchedAt, now, goods);
    }
}
