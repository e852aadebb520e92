package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.firm.FirmClock;
import coop.parasol.persistence.Columns;
import coop.parasol.web.SortPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Certified batches. Whoever changes one holds its product's lock. */
@ApplicationScoped
public class BatchRepository {

    /**
     * A query that finds something if units of goods {@code g (product, grade, unit)} are on hand, certified and within date on the day
     * {@code :today}: one look into the index, however many batches there are.
     */
    public static final String ON_HAND =
            "select from batch where product = g.product and grade = g.grade and unit = g.unit and "
                    + AvailableUnits.condition("today");

    private final Jdbi jdbi;
    private final FirmClock clock;

    BatchRepository(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Certified batches are on hand. */
    void receive(List<BatchCertified> certified) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry,
                               certified, on_hand)
            select batch_id, certificate_number, member_id, product, lot, grade, unit, cast(expiry as date),
                   quantity, quantity
              from unnest(:batchIds, :certificateNumbers, :memberIds, :products, :lots, :grades, :units,
                          :expiries, :quantities)
                   as certified (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry,
                                 quantity)
            """)
                .bindArray("batchIds", UUID.class, Columns.of(certified, BatchCertified::batchId))
                .bindArray("certificateNumbers", String.class, Columns.of(certified, BatchCertified::certificateNumber))
                .bindArray("memberIds", UUID.class, Columns.of(certified, BatchCertified::memberId))
                .bindArray("products", String.class, Columns.of(certified, BatchCertified::product))
                .bindArray("lots", String.class, Columns.of(certified, BatchCertified::lot))
                .bindArray("grades", String.class, Columns.of(certified, BatchCertified::grade))
                .bindArray(
                        "units",
                        String.class,
                        Columns.of(certified, batch -> batch.quantity().unit()))
                .bindArray(
                        "expiries",
                        String.class,
                        Columns.of(certified, batch -> Objects.toString(batch.bestBefore(), "infinity")))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        Columns.of(certified, batch -> batch.quantity().value()))
                .execute());
    }

    /**
     * Sets the state of the batches' certificates; the caller holds their products' locks.
     *
     * @return the goods that they are
     * @throws IllegalStateException if one of them is not known
     */
    Set<ProductGrade> setCertificateState(Set<UUID> batchIds, CertificateState state) {
        List<ProductGrade> goods = jdbi.withHandle(handle -> handle.createQuery("""
            update batch set certificate_state = :state where batch_id = any(:batchIds)
            returning product, grade, unit
            """)
                .bind("state", state)
                .bindArray("batchIds", UUID.class, batchIds)
                .mapTo(ProductGrade.class)
                .list());
        if (goods.size() < batchIds.size()) {
            throw new IllegalStateException("of the batches " + batchIds + " some are not known");
        }
        return Set.copyOf(goods);
    }

    private record SetAside(UUID batchId, BigDecimal quantity) {}

    /**
     * Sets aside for their producer what is on hand of batches: nobody is promised it any more. What is reserved stays so.
     *
     * @return units that are set aside now, by batch; nothing of one that is not known, is not the producer's any more, is recalled or
     *     expired, or of which nothing is on hand
     */
    public Map<UUID, BigDecimal> setAside(Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            update batch set set_aside = set_aside + on_hand, on_hand = 0
             where batch_id = any(:batchIds) and owner = 'MEMBER' and certificate_state in ('CERTIFIED', 'SUSPENDED')
               and set_aside + on_hand > 0
            returning batch_id, set_aside as quantity
            """)
                .bindArray("batchIds", UUID.class, batchIds)
                .mapTo(SetAside.class)
                .collect(Collectors.toMap(SetAside::batchId, SetAside::quantity)));
    }

    /** Puts what was set aside of batches on hand again; whoever calls this lets waiting orders have what may be sold of it. */
    public void putBack(Collection<UUID> batchIds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            update batch set on_hand = on_hand + set_aside, set_aside = 0
             where batch_id = any(:batchIds) and set_aside > 0
            """)
                .bindArray("batchIds", UUID.class, batchIds)
                .execute());
    }

    /** The producer has taken back what was set aside; @return how many units */
    public BigDecimal takeBack(UUID batchId) {
        BigDecimal setAside = jdbi.withHandle(
                handle -> handle.createQuery("select set_aside from batch where batch_id = :batchId for update")
                        .bind("batchId", batchId)
                        .mapTo(BigDecimal.class)
                        .one());
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update batch set taken_back = taken_back + set_aside, set_aside = 0 where batch_id = :batchId")
                .bind("batchId", batchId)
                .execute());
        return setAside;
    }

    /**
     * What a leaving member's batch is, as far as it is known here.
     *
     * @param expiry last day of sale, {@link LocalDate#MAX} where goods do not age
     * @param isSoldOut whether nothing of it is on hand or reserved; what is set aside is neither
     */
    public record Lot(
            UUID batchId,
            UUID memberId,
            String product,
            String grade,
            String lot,
            String unit,
            LocalDate expiry,
            BatchOwner owner,
            CertificateState certificateState,
            boolean isSoldOut) {

        /** Whether its last day of sale is over. */
        public boolean isOutOfDate(LocalDate today) {
            return today.isAfter(expiry);
        }
    }

    /** Those of the batches that have become stock, by their ids. */
    public Map<UUID, Lot> lots(Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select batch_id, member_id, product, grade, lot, unit, expiry, owner, certificate_state,
                   on_hand + reserved = 0 as is_sold_out
              from batch
             where batch_id = any(:batchIds)
            """)
                .bindArray("batchIds", UUID.class, batchIds)
                .mapTo(Lot.class)
                .collect(Collectors.toMap(Lot::batchId, lot -> lot)));
    }

    /** The numbers of the batches' certificates, by the batches' ids. */
    public Map<UUID, String> certificateNumbers(Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select batch_id, certificate_number from batch where batch_id = any(:batchIds)")
                .bindArray("batchIds", UUID.class, batchIds)
                .mapTo(CertificateOfBatch.class)
                .collect(Collectors.toMap(CertificateOfBatch::batchId, CertificateOfBatch::certificateNumber)));
    }

    private record CertificateOfBatch(UUID batchId, String certificateNumber) {}

    /** The products of those of the batches that have become stock. */
    public List<String> products(Collection<UUID> batchIds) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select distinct product from batch where batch_id = any(:batchIds)")
                        .bindArray("batchIds", UUID.class, batchIds)
                        .mapTo(String.class)
                        .list());
    }

    /** Moves units from dispatched to delivered. */
    public void deliver(Map<UUID, BigDecimal> quantities) {
        List<UUID> batchIds = List.copyOf(quantities.keySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
            update batch b
               set dispatched = b.dispatched - arrived.quantity, delivered = b.delivered + arrived.quantity
              from unnest(:batchIds, :quantities) as arrived (batch_id, quantity)
             where b.batch_id = arrived.batch_id
            """)
                .bindArray("batchIds", UUID.class, batchIds)
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        batchIds.stream().map(quantities::get).toList())
                .execute());
    }

    /** Those of the batches that are recalled; the caller holds their products' locks. */
    public Set<UUID> recalledAmong(Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select batch_id from batch where batch_id = any(:batchIds) and certificate_state = 'RECALLED'")
                .bindArray("batchIds", UUID.class, batchIds)
                .mapTo(UUID.class)
                .set());
    }

    /** Units of a product's grade that are on hand within date, certified and reserved for nobody. */
    public record AvailableQuantity(String product, String grade, BigDecimal quantity) {}

    public List<AvailableQuantity> available(Collection<String> products) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select product, grade, sum(on_hand) as quantity from batch
             where product = any(:products) and %s group by product, grade
            """.formatted(AvailableUnits.condition("today")))
                .bindArray("products", String.class, products)
                .bind("today", clock.today())
                .mapTo(AvailableQuantity.class)
                .list());
    }

    /**
     * Which batches are listed; null is all.
     *
     * @param lot the normal form of the producer's own number of it
     */
    record Filter(
            @Nullable String product,
            @Nullable String lot,
            @Nullable CertificateState certificateState,
            @Nullable UUID memberId) {}

    /** Batches from a place on, in its order. */
    List<Batch> page(SortPlace place, int maxRows, Filter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "product", filter.product());
        put(values, "lot_key", filter.lot());
        put(values, "certificate_state", filter.certificateState());
        put(values, "member_id", filter.memberId());
        String sql = "select * from batch where " + place.condition()
                + values.keySet().stream()
                        .map(column -> " and " + column + " = :" + column)
                        .collect(Collectors.joining())
                + " order by " + place.order() + " limit :maxRows";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(place.values())
                .bind("maxRows", maxRows)
                .bindMap(values)
                .mapTo(Batch.class)
                .list());
    }

    private static void put(Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
