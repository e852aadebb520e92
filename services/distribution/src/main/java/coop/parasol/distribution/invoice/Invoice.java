package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.persistence.QueryCondition;
import coop.parasol.web.SortPlace;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a partner owes for one delivered shipment, or more for goods of earlier ones. Amounts are minor units of the firm's currency. */
@Entity
public class Invoice extends PanacheEntityBase {

    /** Of one delivered shipment, or of goods that were invoiced before and cost more now. */
    public enum Kind {
        INVOICE,
        DEBIT_NOTE
    }

    /** ISSUED until it is paid in full, then PAID. */
    public enum State {
        ISSUED,
        PAID
    }

    /**
     * Goods of one batch.
     *
     * @param position on the invoice, from 1
     * @param orderLine line of the order
     * @param memberId whose goods they were; null for goods that were the firm's own
     * @param unitPrice of the order, in minor units for {@code priceBase} units
     * @param amount in minor units; the lines' amounts sum to the invoice's total
     * @param debitedInvoiceId of a debit note: the invoice that has the units; null on an invoice
     * @param formerUnitPrice of a debit note: what was charged until then, in minor units for {@code formerPriceBase} units
     */
    @Embeddable
    public record Line(
            int position,
            int orderLine,
            String product,
            String grade,
            UUID batchId,
            @Nullable UUID memberId,
            String lot,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            int priceBase,
            long amount,
            @Nullable UUID debitedInvoiceId,
            @Nullable BigDecimal formerUnitPrice,
            @Nullable Integer formerPriceBase) {

        /** A line of a debit note for the goods of this line of an invoice. */
        Line debited(int place, UnitPrice price, long difference, UUID invoiceId, UnitPrice former) {
            return new Line(
                    place,
                    orderLine,
                    product,
                    grade,
                    batchId,
                    memberId,
                    lot,
                    quantity,
                    unit,
                    price.minor(),
                    price.per(),
                    difference,
                    invoiceId,
                    former.minor(),
                    former.per());
        }
    }

    @Id
    public UUID invoiceId;

    public String number;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public UUID orderId;

    /** Null on a debit note, which may be for goods of several. */
    public @Nullable UUID shipmentId;

    public UUID partnerId;
    public long total;

    @Enumerated(EnumType.STRING)
    public State state;

    public Instant issuedAt;
    public @Nullable Instant paidAt;
    public @Nullable String bankReference;

    /** Its normal form, which pays one invoice. */
    public @Nullable String bankReferenceKey;

    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderBy("position")
    public List<Line> lines;

    public static Optional<Invoice> ofShipment(UUID shipmentId) {
        return Invoice.<Invoice>find("shipmentId", shipmentId).singleResultOptional();
    }

    /** Invoices and debit notes of an order, in the sequence in which they were issued; its lock is also the lock on them. */
    static List<Invoice> ofOrder(UUID orderId) {
        return list("orderId = ?1 order by issuedAt, invoiceId", orderId);
    }

    /** The order of an invoice, read before the invoice itself because the order is locked first. */
    static Optional<UUID> orderOf(UUID invoiceId) {
        return getEntityManager()
                .createQuery("select i.orderId from Invoice i where i.invoiceId = :id", UUID.class)
                .setParameter("id", invoiceId)
                .getResultStream()
                .findFirst();
    }

    /** The invoice that a transfer has paid. */
    static Optional<Invoice> paidBy(Identifier bankReference) {
        return Invoice.<Invoice>find("bankReferenceKey", bankReference.normal()).singleResultOptional();
    }

    static Invoice lock(UUID invoiceId) {
        return Invoice.<Invoice>find("invoiceId", invoiceId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /**
     * Which invoices are listed; null is all.
     *
     * @param bankReference of the transfer that has paid it, in its normal form
     * @param total minor units
     */
    record Filter(
            @Nullable UUID partnerId,
            @Nullable Kind kind,
            @Nullable State state,
            @Nullable String number,
            @Nullable String bankReference,
            @Nullable Long total) {}

    /** A page of the invoices that the filter lets through. */
    static List<Invoice> page(SortPlace place, int maxRows, Filter filter) {
        QueryCondition condition = new QueryCondition(place.condition("?1", "?2"), place.numbered())
                .and("partnerId =", filter.partnerId())
                .and("kind =", filter.kind())
                .and("state =", filter.state())
                .and("number =", filter.number())
                .and("bankReferenceKey =", filter.bankReference())
                .and("total =", filter.total());
        return Invoice.<Invoice>find(condition.orderedBy(place.order()), condition.values())
                .range(0, maxRows - 1)
                .list();
    }
}
