package coop.parasol.pricing.settlement;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.ProducerReceipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The receipts of the pools: what was paid for members' goods, each in one settlement at most. The remainder
 * that a product carries is locked by whoever adds receipts for the product or settles one of its pools.
 */
@ApplicationScoped
class PoolReceipts {

    private final Jdbi jdbi;

    PoolReceipts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Receipts of one producer and grade, as the database sums them. */
    record ReceiptSum(UUID memberId, String grade, BigDecimal quantity, String unit, Money amount) {

        ProducerReceipts receipts() {
            return new ProducerReceipts(memberId, grade, new Quantity(quantity, unit), amount);
        }
    }

    /**
     * Adds the receipts for the goods of members; goods that the firm itself has bought before belong to no pool.
     *
     * @param sourceId the invoice that was paid, or the exit with which the firm has bought the goods
     */
    void add(UUID sourceId, List<PaidGoods> goods, Period period) {
        addAll(goods.stream().map(paid -> new Paid(sourceId, period, paid)).toList());
    }

    /**
     * Goods that were paid.
     *
     * @param sourceId the invoice that was paid, or the exit with which the firm has bought the goods
     */
    record Paid(UUID sourceId, Period period, PaidGoods goods) {}

    /** The same for goods of several invoices, in the same number of statements. */
    void addAll(List<Paid> paid) {
        lock(paid.stream().map(one -> one.goods().product()).toList());
        List<Paid> ofMembers =
                paid.stream().filter(one -> one.goods().memberId() != null).toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into receipt (source_id, product, period, batch_id, member_id, grade, quantity, unit, amount)
            select source_id, product, period, batch_id, member_id, grade, quantity, unit, amount
              from unnest(:sources, :periods, :products, :batches, :members, :grades, :quantities, :units, :amounts)
                   with ordinality as paid (source_id, period, product, batch_id, member_id, grade, quantity, unit,
                                            amount, position)
             order by position
            """)
                .bindArray("sources", UUID.class, Columns.of(ofMembers, Paid::sourceId))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(ofMembers, one -> one.period().toString()))
                .bindArray(
                        "products",
                        String.class,
                        Columns.of(ofMembers, one -> one.goods().product()))
                .bindArray(
                        "batches",
                        UUID.class,
                        Columns.of(ofMembers, one -> one.goods().batchId()))
                .bindArray(
                        "members",
                        UUID.class,
                        Columns.of(
                                ofMembers,
                                one -> Objects.requireNonNull(one.goods().memberId())))
                .bindArray(
                        "grades",
                        String.class,
                        Columns.of(ofMembers, one -> one.goods().grade()))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        Columns.of(ofMembers, one -> one.goods().quantity().value()))
                .bindArray(
                        "units",
                        String.class,
                        Columns.of(ofMembers, one -> one.goods().quantity().unit()))
                .bindArray(
                        "amounts",
                        Long.class,
                        Columns.of(ofMembers, one -> one.goods().amount().minor()))
                .execute());
    }

    /** Locks the pools of a product to the end of the transaction; @return what it carries from its last settlement */
    Money lock(String product) {
        lock(List.of(product));
        return jdbi.withHandle(
                handle -> handle.createQuery("select carry from carried_remainder where product = :product")
                        .bind("product", product)
                        .mapTo(Money.class)
                        .one());
    }

    /**
     * The receipts of a pool that are in no settlement yet, summed by producer and grade, without those for goods that were recalled.
     * The caller has locked the pool.
     *
     * @param period receipts of this week and of all before
     */
    List<ProducerReceipts> unsettled(String product, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select member_id, grade, unit, sum(quantity) as quantity, cast(sum(amount) as bigint) as amount
              from receipt
             where product = :product and period <= :period and settlement_id is null
               and not exists (select 1 from recalled_batch recalled where recalled.batch_id = receipt.batch_id)
             group by member_id, grade, unit order by member_id, grade
            """)
                .bind("product", product)
                .bind("period", period)
                .mapTo(ReceiptSum.class)
                .map(ReceiptSum::receipts)
                .list());
    }

    /** Sequence number of the newest receipt that {@link #unsettled} counts, 0 without any: tells whether others have come in. */
    long newestUnsettled(String product, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select coalesce(max(seq), 0) from receipt
             where product = :product and period <= :period and settlement_id is null
            """)
                .bind("product", product)
                .bind("period", period)
                .mapTo(Long.class)
                .one());
    }

    /** Puts the unsettled receipts into this settlement and no other. The caller has locked the pool. */
    void settle(String product, Period period, UUID settlementId, Money carryOut) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                update receipt set settlement_id = :settlement
                 where product = :product and period <= :period and settlement_id is null
                 and not exists (select 1 from recalled_batch recalled where recalled.batch_id = receipt.batch_id)
                """)
                    .bind("product", product)
                    .bind("period", period)
                    .bind("settlement", settlementId)
                    .execute();
            handle.createUpdate("update carried_remainder set carry = :carry where product = :product")
                    .bind("product", product)
                    .bind("carry", carryOut)
                    .execute();
        });
    }

    /** The id of the pool of a product and period, whose product the caller has locked; a new one where there is none yet. */
    UUID poolId(String product, Period period) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                insert into pool (pool_id, product, period) values (:id, :product, :period) on conflict do nothing
                """)
                    .bind("id", Ids.next())
                    .bind("product", product)
                    .bind("period", period)
                    .execute();
            return handle.createQuery("select pool_id from pool where product = :product and period = :period")
                    .bind("product", product)
                    .bind("period", period)
                    .mapTo(UUID.class)
                    .one();
        });
    }

    /** Locks pools in the order of their products, so that two transactions never wait for each other. */
    void lock(Collection<String> products) {
        Set<String> distinct = Set.copyOf(products);
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                insert into carried_remainder (product, carry) select product, 0 from unnest(:products) as named (product)
                 order by product
                on conflict do nothing
                """)
                    .bindArray("products", String.class, distinct)
                    .execute();
            handle.createQuery("select product from carried_remainder where product = any(:products)"
                            + " order by product for update")
                    .bindArray("products", String.class, distinct)
                    .mapTo(String.class)
                    .list();
        });
    }
}
