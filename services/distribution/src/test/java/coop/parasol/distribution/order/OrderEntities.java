package coop.parasol.distribution.order;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** The tables that an order touches as Hibernate entities, for {@link OrderBench}: what ADR 0017 was compared with. */
final class OrderEntities {

    private OrderEntities() {}

    @Entity(name = "BenchPartner")
    @Table(name = "partner")
    @DynamicUpdate
    static class BenchPartner {
        @Id
        UUID partnerId;

        String tier;
        long creditLimit;
        long exposure;
    }

    @Entity(name = "BenchProduct")
    @Table(name = "product")
    static class BenchProduct {
        @Id
        String code;

        String unit;
        List<String> grades;
    }

    @Entity(name = "BenchPrice")
    @Table(name = "price")
    static class BenchPrice {
        @Id
        UUID priceId;

        String product;
        String grade;
        String tier;
        BigDecimal minimumQuantity;
        String unit;
        long unitPrice;
        Instant validFrom;
    }

    @Entity(name = "BenchBatch")
    @Table(name = "batch")
    @DynamicUpdate
    static class BenchBatch {
        @Id
        UUID batchId;

        UUID memberId;
        String product;
        String lot;
        String grade;
        String unit;
        LocalDate expiry;
        BigDecimal onHand;
        BigDecimal reserved;
        String certificateState;
    }

    @Embeddable
    record ShareKey(String product, String period, UUID memberId) {}

    @Entity(name = "BenchShare")
    @Table(name = "fair_share")
    static class BenchShare {
        @EmbeddedId
        ShareKey key;

        BigDecimal committed;
        BigDecimal allocated;
    }

    @Entity(name = "BenchOrder")
    @Table(name = "sales_order")
    static class BenchOrder {
        @Id
        UUID orderId;

        UUID partnerId;
        String period;
        String state;
        String enteredBy;
        Instant placedAt;
        long total;
        long openAmount;
        long invoiced;
        long paid;
    }

    @Embeddable
    record LineKey(UUID orderId, int line) {}

    @Entity(name = "BenchLine")
    @Table(name = "order_line")
    static class BenchLine {
        @EmbeddedId
        LineKey key;

        String product;
        String grade;
        String unit;
        BigDecimal quantity;
        long unitPrice;
        long amount;
        BigDecimal backOrdered;
        BigDecimal allocated;
        BigDecimal dispatched = BigDecimal.ZERO;
        BigDecimal delivered = BigDecimal.ZERO;
        BigDecimal cancelled = BigDecimal.ZERO;
    }

    @Embeddable
    record ReservationKey(UUID orderId, int line, UUID batchId) {}

    @Entity(name = "BenchReservation")
    @Table(name = "reservation")
    static class BenchReservation {
        @EmbeddedId
        ReservationKey key;

        String period;
        BigDecimal quantity;
    }
}
