package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.Firm;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Sold;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What was paid for members' goods and is in no settled pool yet. */
@ApplicationScoped
class Receipts {

    private final Session database;
    private final Firm firm;

    Receipts(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /**
     * Receipts of a pool, summed by producer and grade.
     *
     * @param last sequence number of the newest of them: tells whether others have come in
     */
    record Open(List<Sold> sold, long last) {}

    /** Goods that the firm itself had bought in belong to no pool. */
    void add(UUID source, List<PaidGoods> goods, Period period) {
        goods.stream().map(PaidGoods::product).distinct().sorted().forEach(this::lock);
        for (PaidGoods paid : goods) {
            if (paid.memberId() != null) {
                insert(source, paid, paid.memberId(), period);
            }
        }
    }

    /** Locks the pool of a product to the end of the transaction; @return what it carries, in minor units. */
    long lock(String product) {
        database.createNativeMutationQuery("insert into pool (product, carry) values (?1, 0) on conflict do nothing")
                .setParameter(1, product)
                .executeUpdate();
        return database.createNativeQuery("select carry from pool where product = ?1 for update", Long.class)
                .setParameter(1, product)
                .getSingleResult();
    }

    /** Of the product, of the period and of earlier ones. The pool is locked by the caller. */
    Open open(String product, Period period) {
        List<Sold> sold = database
                .createNativeQuery("""
                        select member_id, grade, unit, sum(quantity), cast(sum(amount) as bigint) from receipt
                        where product = ?1 and period <= ?2 and settlement_id is null
                        group by member_id, grade, unit order by member_id, grade
                        """, Object[].class)
                .setParameter(1, product)
                .setParameter(2, period.toString())
                .getResultList()
                .stream()
                .map(row -> new Sold(
                        (UUID) row[0],
                        (String) row[1],
                        new Quantity((BigDecimal) row[3], (String) row[2]),
                        firm.money(((Number) row[4]).longValue())))
                .toList();
        long last = database.createNativeQuery(
                        "select coalesce(max(seq), 0) from receipt"
                                + " where product = ?1 and period <= ?2 and settlement_id is null",
                        Long.class)
                .setParameter(1, product)
                .setParameter(2, period.toString())
                .getSingleResult();
        return new Open(sold, last);
    }

    /** The receipts are in this pool and in no other. */
    void settle(String product, Period period, UUID settlement, long carry) {
        database.createNativeMutationQuery("update receipt set settlement_id = ?3"
                        + " where product = ?1 and period <= ?2 and settlement_id is null")
                .setParameter(1, product)
                .setParameter(2, period.toString())
                .setParameter(3, settlement)
                .executeUpdate();
        database.createNativeMutationQuery("update pool set carry = ?2 where product = ?1")
                .setParameter(1, product)
                .setParameter(2, carry)
                .executeUpdate();
    }

    private void insert(UUID source, PaidGoods paid, UUID member, Period period) {
        database.createNativeMutationQuery("""
                        insert into receipt (source, product, period, batch_id, member_id, grade, quantity, unit, amount)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        """)
                .setParameter(1, source)
                .setParameter(2, paid.product())
                .setParameter(3, period.toString())
                .setParameter(4, paid.batchId())
                .setParameter(5, member)
                .setParameter(6, paid.grade())
                .setParameter(7, paid.quantity().value())
                .setParameter(8, paid.quantity().unit())
                .setParameter(9, paid.amount().minor())
                .executeUpdate();
    }
}
