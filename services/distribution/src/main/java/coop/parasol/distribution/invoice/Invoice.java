package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner owes for one delivered shipment.
 *
 * @param state ISSUED or PAID
 * @param lines absent in lists; their amounts sum to the total
 */
public record Invoice(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID shipmentId,
        UUID partnerId,
        Money total,
        String state,
        Instant issuedAt,
        @Nullable Instant paidAt,
        @Nullable String bankReference,
        @Nullable List<Line> lines) {

    /**
     * Goods of one batch.
     *
     * @param line of the order
     * @param memberId whose goods they were; absent for goods the firm had bought in
     */
    public record Line(
            int line,
            String product,
            String grade,
            UUID batchId,
            @Nullable UUID memberId,
            String lot,
            Quantity quantity,
            Money unitPrice,
            Money amount) {}

    Invoice with(List<Line> itsLines) {
        return new Invoice(
                invoiceId,
                invoiceNumber,
                orderId,
                shipmentId,
                partnerId,
                total,
                state,
                issuedAt,
                paidAt,
                bankReference,
                itsLines);
    }

    Invoice paid(Instant when, String reference) {
        return new Invoice(
                invoiceId,
                invoiceNumber,
                orderId,
                shipmentId,
                partnerId,
                total,
                "PAID",
                issuedAt,
                when,
                reference,
                lines);
    }
}
