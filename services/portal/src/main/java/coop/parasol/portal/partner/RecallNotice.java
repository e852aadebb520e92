package coop.parasol.portal.partner;

import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recall of a lot of which the partner was sent something. */
public record RecallNotice(
        UUID noticeId,
        String recallClass,
        String reason,
        Instant recalledAt,
        String product,
        String lot,
        @Nullable String certificateNumber,
        Quantity quantity,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant confirmedAt,
        @Nullable Quantity withdrawn) {

    public boolean isOpen() {
        return confirmedAt == null;
    }

    /** Whether goods of a shipment are of the recalled lot. */
    public boolean isOf(PartnerClient.Goods goods) {
        return product.equals(goods.product()) && lot.equals(goods.lot());
    }

    /** How much of a recalled lot was left and is off sale. */
    public record Confirmation(BigDecimal withdrawn) {}
}
