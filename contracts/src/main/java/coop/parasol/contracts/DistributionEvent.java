package coop.parasol.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What distribution decides: who gets which goods, and who owes what for them. */
public sealed interface DistributionEvent extends Event {

    /** A partner may order. */
    @Topic("distribution.partners")
    record PartnerRegistered(UUID partnerId, String name, String country, String tier, Money creditLimit)
            implements DistributionEvent {
        @Override
        public String subject() {
            return partnerId.toString();
        }
    }

    /** One line of an accepted order, at the price of the moment it was accepted. */
    record OrderLine(int line, String product, String grade, Quantity quantity, Money unitPrice, Money amount) {}

    /**
     * An order is accepted and priced; the firm owes the goods, the partner will owe {@code total}.
     *
     * @param reference the partner's own document number
     * @param period the week the goods are wanted in
     */
    @Topic("distribution.orders")
    record OrderAccepted(
            UUID orderId,
            UUID partnerId,
            @Nullable String reference,
            Period period,
            List<OrderLine> lines,
            Money total,
            Instant acceptedAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return orderId.toString();
        }
    }

    /** An order is refused, and why: {@code unknown-product}, {@code no-price}, {@code over-credit-limit}. */
    @Topic("distribution.orders")
    record OrderRefused(
            UUID orderId, UUID partnerId, @Nullable String reference, String code, String reason)
            implements DistributionEvent {
        @Override
        public String subject() {
            return orderId.toString();
        }
    }

    /** Units of one batch promised to one order line. */
    record Allocation(int line, UUID batchId, UUID memberId, String lot, Quantity quantity) {}

    /**
     * Stock is reserved for an order.
     *
     * @param allocations what was reserved now, on top of what was before
     * @param complete whether nothing is back-ordered any more
     */
    @Topic("distribution.orders")
    record OrderAllocated(UUID orderId, List<Allocation> allocations, boolean complete) implements DistributionEvent {
        @Override
        public String subject() {
            return orderId.toString();
        }
    }

    /** What had not left of an order is no longer wanted. */
    @Topic("distribution.orders")
    record OrderCancelled(UUID orderId, UUID partnerId, String reason) implements DistributionEvent {
        @Override
        public String subject() {
            return orderId.toString();
        }
    }

    /** Units of one batch in a shipment, at the order's price. */
    record ShippedGoods(
            int line,
            String product,
            String grade,
            UUID batchId,
            UUID memberId,
            String lot,
            Quantity quantity,
            Money unitPrice) {}

    /**
     * Goods have left for a partner.
     *
     * @param sscc GS1 serial shipping container code, 18 digits
     */
    @Topic("distribution.shipments")
    record ShipmentDispatched(
            UUID shipmentId, String sscc, UUID orderId, UUID partnerId, List<ShippedGoods> goods, Instant dispatchedAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return shipmentId.toString();
        }
    }

    /** The partner has the goods. */
    @Topic("distribution.shipments")
    record ShipmentDelivered(
            UUID shipmentId, UUID orderId, UUID partnerId, List<ShippedGoods> goods, Instant deliveredAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return shipmentId.toString();
        }
    }

    /** The partner owes {@code total} for a delivered shipment. */
    @Topic("distribution.invoices")
    record InvoiceIssued(UUID invoiceId, String number, UUID orderId, UUID shipmentId, UUID partnerId, Money total)
            implements DistributionEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * Delivered goods that are paid for: what a pool is made of.
     *
     * @param memberId the producer whose goods they are; absent where the firm itself had bought them in before
     */
    record PaidGoods(
            String product,
            String grade,
            UUID batchId,
            @Nullable UUID memberId,
            Quantity quantity,
            Money amount) {}

    /**
     * An invoice is paid in full.
     *
     * @param goods the invoice's goods; their amounts sum to {@code amount}
     */
    @Topic("distribution.invoices")
    record PaymentReceived(
            UUID invoiceId,
            UUID partnerId,
            Money amount,
            List<PaidGoods> goods,
            Period period,
            String bankReference,
            Instant receivedAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * The firm has bought a leaving member's unsold goods at their list price: for the pools they are paid goods, in
     * the shops they stay on sale under the brand.
     */
    @Topic("distribution.clearances")
    record ConsignmentPurchased(
            UUID memberId, UUID exitId, List<PaidGoods> goods, Money amount, Period period, Instant boughtAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** A leaving member has no unsold consignment any more. */
    @Topic("distribution.clearances")
    record DistributionCleared(UUID memberId, UUID exitId) implements DistributionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
