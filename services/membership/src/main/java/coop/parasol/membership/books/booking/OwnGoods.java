package coop.parasol.membership.books.booking;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.membership.books.ledger.rules.CostOfOwnGoods;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;

/**
 * The firm's own goods, bought in from members that have left, by batch. Purchases and sales may be told in any order. The firm is
 * locked by the caller.
 */
@ApplicationScoped
public class OwnGoods {

    private final Jdbi jdbi;

    OwnGoods(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(UUID batchId, BigDecimal bought, long cost, BigDecimal sold, long booked) {}

    /**
     * The firm has bought goods.
     *
     * @return what of their cost is an expense by this, since they were sold already
     */
    long bought(List<PaidGoods> goods) {
        return change(
                        List.of(goods),
                        (kept, bought) -> kept.withBought(
                                bought.quantity().value(), bought.amount().minor()))
                .getFirst();
    }

    /**
     * Partners have paid for the firm's own goods.
     *
     * @param sales the own goods of each payment
     * @return of each, what its units have cost, in minor units
     */
    List<Long> sold(List<List<PaidGoods>> sales) {
        return change(sales, (kept, sold) -> kept.withSold(sold.quantity().value()));
    }

    private List<Long> change(
            List<List<PaidGoods>> changes, BiFunction<CostOfOwnGoods, PaidGoods, CostOfOwnGoods> change) {
        List<UUID> batches = changes.stream()
                .flatMap(List::stream)
                .map(PaidGoods::batchId)
                .distinct()
                .sorted()
                .toList();
        if (batches.isEmpty()) {
            return changes.stream().map(none -> 0L).toList();
        }
        Map<UUID, CostOfOwnGoods> kept = lock(batches);
        List<Long> due = changes.stream()
                .map(goods -> goods.stream()
                        .mapToLong(each -> {
                            CostOfOwnGoods changed = change.apply(kept.get(each.batchId()), each);
                            kept.put(each.batchId(), changed.withDueBooked());
                            return changed.due();
                        })
                        .sum())
                .toList();
        save(kept);
        return due;
    }

    private Map<UUID, CostOfOwnGoods> lock(Collection<UUID> batches) {
        Map<UUID, CostOfOwnGoods> kept = new TreeMap<>();
        batches.forEach(batch -> kept.put(batch, CostOfOwnGoods.NONE));
        jdbi.useHandle(handle -> handle.createQuery("""
                        select batch_id, bought, cost, sold, booked from own_goods where batch_id = any(:batches)
                         order by batch_id for update
                        """)
                .bindArray("batches", UUID.class, batches)
                .mapTo(Row.class)
                .forEach(row -> kept.put(
                        row.batchId(), new CostOfOwnGoods(row.bought(), row.cost(), row.sold(), row.booked()))));
        return kept;
    }

    private void save(Map<UUID, CostOfOwnGoods> changed) {
        Collection<CostOfOwnGoods> goods = changed.values();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into own_goods (batch_id, bought, cost, sold, booked)
                        select * from unnest(:batches, :bought, :costs, :sold, :booked)
                            on conflict (batch_id) do update
                           set bought = excluded.bought, cost = excluded.cost, sold = excluded.sold, booked = excluded.booked
                        """)
                .bindArray("batches", UUID.class, changed.keySet())
                .bindArray("bought", BigDecimal.class, Columns.of(goods, CostOfOwnGoods::bought))
                .bindArray("costs", Long.class, Columns.of(goods, CostOfOwnGoods::cost))
                .bindArray("sold", BigDecimal.class, Columns.of(goods, CostOfOwnGoods::sold))
                .bindArray("booked", Long.class, Columns.of(goods, CostOfOwnGoods::booked))
                .execute());
    }
}
