package coop.parasol.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service distribution: partners, orders, shipments, invoices and the exit of producers' goods. */
public sealed interface DistributionEvent extends Event {

    /**
     * The logistics desk has registered a trading partner; it may order up to its credit limit.
     *
     * @param country ISO 3166-1 alpha-2 code
     * @param tier of prices that apply to it, such as {@code RETAIL}
     * @param partnerGroup whose prices apply to it before those of its tier, such as {@code NORTHERN-CHAIN}; absent where it is in none
     * @param creditLimit limit of what it may owe for open orders and invoices together
     */
    @Topic("distribution.partners")
    record PartnerRegistered(
            UUID partnerId,
            String name,
            String country,
            String tier,
            @Nullable String partnerGroup,
            Money creditLimit) implements DistributionEvent {
        @Override
        public String subject() {
            return partnerId.toString();
        }
    }

    /** One line of an accepted order, at the price that applied when it was accepted; the amount is rounded half up. */
    record OrderLine(int line, String product, String grade, Quantity quantity, UnitPrice unitPrice, Money amount) {}

    /**
     * An order is accepted and priced: the firm owes the goods, and the partner will owe {@code total} when they are
     * delivered. Allocation of stock follows.
     *
     * @param reference the partner's own document number; absent where it gave none
     * @param period the week in which the goods are wanted
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

    /**
     * An order is refused. The code says why: {@code unknown-product}, {@code no-price}, {@code nothing-to-pay} or
     * {@code over-credit-limit}.
     *
     * @param reference the partner's own document number; absent where it gave none
     * @param reason the same in words
     */
    @Topic("distribution.orders")
    record OrderRefused(
            UUID orderId, UUID partnerId, @Nullable String reference, String code, String reason)
            implements DistributionEvent {
        @Override
        public String subject() {
            return orderId.toString();
        }
    }

    /** Units of one batch that are reserved for one order line. */
    record Allocation(int line, UUID batchId, UUID memberId, String lot, Quantity quantity) {}

    /**
     * Stock is reserved for lines of an order.
     *
     * @param partnerId whose order it is; null in events that were decided before this was said
     * @param allocations what is reserved now, in addition to earlier allocations
     * @param complete whether all lines are allocated in full
     */
    @Topic("distribution.orders")
    record OrderAllocated(UUID orderId, @Nullable UUID partnerId, List<Allocation> allocations, boolean complete)
            implements DistributionEvent {
        @Override
        public String subject() {
            return orderId.toString();
        }
    }

    /** What has not been dispatched of an order is cancelled, at once or line by line; its reservations are released. */
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
            UnitPrice unitPrice) {}

    /**
     * Goods of an order have left for the partner.
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

    /** The partner has received the goods of a shipment. */
    @Topic("distribution.shipments")
    record ShipmentDelivered(
            UUID shipmentId, UUID orderId, UUID partnerId, List<ShippedGoods> goods, Instant deliveredAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return shipmentId.toString();
        }
    }

    /**
     * Goods of one batch that a partner has accepted and owes {@code amount} for, net of tax.
     *
     * @param memberId the producer whose goods they are; absent for goods that the firm had bought from it before
     * @param ordered quantity of the order line, which decides about the price; absent in events that were decided before this was said
     */
    record AcceptedGoods(
            String product,
            String grade,
            UUID batchId,
            @Nullable UUID memberId,
            Quantity quantity,
            Money amount,
            @Nullable Quantity ordered) {}

    /**
     * Distribution has invoiced a delivered shipment: the partner owes {@code total}.
     *
     * @param number of the invoice, without gaps
     * @param goods what the partner has accepted; absent in events that were decided before this was said
     * @param period the week in which it has accepted them; absent in such events
     */
    @Topic("distribution.invoices")
    record InvoiceIssued(
            UUID invoiceId,
            String number,
            UUID orderId,
            UUID shipmentId,
            UUID partnerId,
            Money total,
            @Nullable List<AcceptedGoods> goods,
            @Nullable Period period)
            implements DistributionEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * Delivered goods that are paid for; they make up the pools that pricing settles. Of a debit note the quantities are zero.
     *
     * @param memberId the producer whose goods they are; absent for goods that the firm had bought from it before
     */
    record PaidGoods(
            String product,
            String grade,
            UUID batchId,
            @Nullable UUID memberId,
            Quantity quantity,
            Money amount) {}

    /**
     * An invoice is paid. What is received follows its goods into their pools, which InvoiceIssued tells.
     *
     * @param amount that was received, tax included
     * @param goods the invoice's goods; their amounts sum to {@code amount}
     * @param period the week in which it was paid
     * @param bankReference of the transfer, from the bank's statement
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
     * The firm has bought unsold goods that a leaving member had offered it, as two persons have decided: they are its own at
     * cost, and it owes the member their price. They stay in stock under the brand; what they bring is in no pool.
     *
     * @param purchaseId what the amount is owed for
     * @param goods what was bought; the amounts sum to {@code amount}
     */
    @Topic("distribution.clearances")
    record ConsignmentPurchased(
            UUID purchaseId, UUID memberId, UUID exitId, List<PaidGoods> goods, Money amount, Instant boughtAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A leaving member has taken units back, at its own cost: they have left the stock and are certified no more.
     *
     * @param lot the producer's own
     * @param quantity units that were not sold
     */
    @Topic("distribution.clearances")
    record GoodsTakenBack(
            UUID memberId,
            UUID exitId,
            UUID batchId,
            String product,
            String lot,
            Quantity quantity,
            Instant takenBackAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * Units of a certified lot have gone into other batches of its producer, as this has said in their reports: they have left the stock
     * and are sold to nobody.
     *
     * @param lot the producer's own
     * @param quantity units that have gone into others until now, in all; it replaces what was told before, and is less after a
     *     correction or a withdrawal of a report
     */
    @Topic("distribution.clearances")
    record GoodsConsumed(UUID memberId, UUID batchId, String product, String lot, Quantity quantity, Instant changedAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * What a leaving member had chosen for a lot is not done, or done no further. What may still be sold of it stays in the pools, and
     * the certificate with the brand.
     *
     * @param lot the producer's own
     */
    @Topic("distribution.clearances")
    record GoodsChoiceEnded(UUID memberId, UUID exitId, UUID batchId, String lot, ChoiceEnding ending, Instant endedAt)
            implements DistributionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * What a leaving member takes back has left the stock, and what it has offered is bought, declined or lapsed, or its
     * time is over: the clearance of distribution for its exit. What is unsold then stays in the pools.
     */
    @Topic("distribution.clearances")
    record DistributionCleared(UUID memberId, UUID exitId) implements DistributionEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
