package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.stock.BatchOwner;
import coop.parasol.firm.FirmCurrency;
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
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that left for an order at one time, as one shipping unit. Its order's lock is also the lock on it. */
@Entity
public class Shipment extends PanacheEntityBase {

    /** DISPATCHED until the partner has the goods, then DELIVERED. */
    public enum State {
        DISPATCHED,
        DELIVERED
    }

    /**
     * Units of one batch.
     *
     * @param line of the order
     * @param owner whose they were when they left
     * @param unitPrice of the order when they left, in minor units for {@code priceBase} units
     */
    @Embeddable
    public record Goods(
            int line,
            String product,
            String grade,
            UUID batchId,
            UUID memberId,
            String lot,
            @Enumerated(EnumType.STRING) BatchOwner owner,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            int priceBase) {

        ShippedGoods shipped(FirmCurrency currency) {
            return at(currency.unitPrice(unitPrice, priceBase));
        }

        private ShippedGoods at(UnitPrice price) {
            return new ShippedGoods(line, product, grade, batchId, memberId, lot, new Quantity(quantity, unit), price);
        }
    }

    @Id
    public UUID shipmentId;

    /** GS1 serial shipping container code, 18 digits. */
    public String sscc;

    public UUID orderId;

    /** The warehouse's own number of the dispatch, such as that of its delivery note. */
    public String reference;

    /** Its normal form, which names one shipment for ever. */
    public String referenceKey;

    public UUID partnerId;

    @Enumerated(EnumType.STRING)
    public State state;

    public Instant dispatchedAt;
    public @Nullable Instant deliveredAt;

    @ElementCollection
    @CollectionTable(name = "shipped_goods", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderBy("line, lot, batchId")
    public List<Goods> goods;

    /** The order of a shipment, read before the shipment itself because the order is locked first. */
    static Optional<UUID> orderOf(UUID shipmentId) {
        return getEntityManager()
                .createQuery("select s.orderId from Shipment s where s.shipmentId = :id", UUID.class)
                .setParameter("id", shipmentId)
                .getResultStream()
                .findFirst();
    }

    /** The shipment that has a number of the warehouse already. */
    static Optional<Shipment> ofReference(Identifier reference) {
        return Shipment.<Shipment>find("referenceKey", reference.normal()).singleResultOptional();
    }

    /** The products in a shipment, which are locked before its order. */
    static List<String> productsOf(UUID shipmentId) {
        return getEntityManager()
                .createQuery(
                        "select distinct g.product from Shipment s join s.goods g where s.shipmentId = :id",
                        String.class)
                .setParameter("id", shipmentId)
                .getResultList();
    }

    /**
     * Which shipments are listed; null is all.
     *
     * @param sscc 18 digits
     * @param reference the warehouse's number in its normal form
     */
    record Filter(
            @Nullable UUID partnerId,
            @Nullable State state,
            @Nullable UUID orderId,
            @Nullable String sscc,
            @Nullable String reference) {}

    /** A page of the shipments that the filter lets through. */
    static List<Shipment> page(SortPlace place, int maxRows, Filter filter) {
        QueryCondition condition = new QueryCondition(place.condition("?1", "?2"), place.numbered())
                .and("partnerId =", filter.partnerId())
                .and("state =", filter.state())
                .and("orderId =", filter.orderId())
                .and("sscc =", filter.sscc())
                .and("referenceKey =", filter.reference());
        return Shipment.<Shipment>find(condition.orderedBy(place.order()), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    /** At the prices that the order had when they left. */
    List<ShippedGoods> shipped(FirmCurrency currency) {
        return goods.stream().map(part -> part.shipped(currency)).toList();
    }

    /** At the prices that the order has now. */
    List<ShippedGoods> shipped(Order order) {
        return goods.stream().map(part -> part.at(order.unitPrice(part.line()))).toList();
    }
}
