package coop.parasol.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service distribution about accepted orders of which less is wanted, and what that costs. */
public sealed interface OrderChangeEvent extends Event {

    /** Whose wish it is that less of a line is delivered, which decides its price. */
    enum ReductionCause {
        /** the partner wants less: the rest is priced at the break that it reaches */
        PARTNER,
        /** the firm delivers less: the price stays */
        FIRM
    }

    /**
     * Less of a line is wanted than before; its reservations beyond that are released. Every event says all that is wanted now, so
     * that of several the one with the least counts, in whatever sequence they are read. Where nothing of the order is left to be
     * dispatched by this, OrderCancelled follows.
     *
     * @param reference the partner's own number of the order; absent where it gave none
     * @param period the week in which the goods are wanted
     * @param wantedBefore of the line until now
     * @param wanted of the line from now on, what was dispatched of it included; zero where all of it is cancelled
     * @param unitPrice of all units of the line that are wanted, those that were invoiced included
     * @param amount what the units that are wanted cost at that price, net of tax
     * @param transcribed whether the firm's desk has entered what the partner wants, in its name
     * @param reason in the words of who wants less
     */
    @Topic("distribution.orders")
    record OrderLineReduced(
            UUID orderId,
            UUID partnerId,
            @Nullable String reference,
            int line,
            String product,
            String grade,
            Period period,
            Quantity wantedBefore,
            Quantity wanted,
            UnitPrice unitPrice,
            Money amount,
            ReductionCause cause,
            boolean transcribed,
            String reason,
            Instant reducedAt)
            implements OrderChangeEvent {
        @Override
        public String subject() {
            return orderId.toString();
        }
    }

    /**
     * Goods of one batch that were invoiced before and cost more now. The units are those of the invoice: no further ones.
     *
     * @param invoiceId of the invoice that they are on
     * @param memberId the producer whose goods they are; absent for goods that the firm had bought from it before
     * @param quantity whose price has risen
     * @param amount by which they cost more, net of tax
     * @param period the week in which the partner has accepted them
     */
    record DebitedGoods(
            UUID invoiceId,
            String product,
            String grade,
            UUID batchId,
            @Nullable UUID memberId,
            Quantity quantity,
            Money amount,
            Period period) {}

    /**
     * Distribution charges more for goods that were invoiced before, because their partner wants less of a line than its price was
     * for. It is paid as an invoice is; PaymentReceived then names it by {@code debitNoteId}, with no units, since their invoice has
     * counted them.
     *
     * @param number from the series of the invoices, without gaps
     * @param total what the partner owes by it
     * @param goods their amounts sum to {@code total}
     */
    @Topic("distribution.invoices")
    record DebitNoteIssued(
            UUID debitNoteId,
            String number,
            UUID orderId,
            UUID partnerId,
            Money total,
            List<DebitedGoods> goods,
            Instant issuedAt)
            implements OrderChangeEvent {
        @Override
        public String subject() {
            return debitNoteId.toString();
        }
    }
}
