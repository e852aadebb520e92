package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.stock.rules.StockAllocation;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Shares;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is available of some products while their locks are held. Order lines are allocated from it one after the other;
 * what one line gets is not available to the next.
 */
public final class AvailableStock {

    /** The producers' fair shares are counted by product and week. */
    record ShareKey(String product, Period period) {}

    private final Map<ProductGrade, List<Candidate>> batches;
    private final Map<ShareKey, Shares> shares;
    private final LocalDate today;
    private final boolean truncated;

    /** @param truncated whether there may be more batches than these */
    AvailableStock(
            Map<ProductGrade, List<Candidate>> batches,
            Map<ShareKey, Shares> shares,
            LocalDate today,
            boolean truncated) {
        this.batches = new HashMap<>(batches);
        this.shares = new HashMap<>(shares);
        this.today = today;
        this.truncated = truncated;
    }

    /** Allocates up to so many units: first expired first out, and by fair share within a day ({@link StockAllocation}). */
    public List<AllocatedUnits> allocate(RequestedGoods requested, BigDecimal quantity) {
        ShareKey shareKey = new ShareKey(requested.goods().product(), requested.period());
        List<Candidate> available = batches.getOrDefault(requested.goods(), List.of());
        Shares before = shares.getOrDefault(shareKey, Shares.NONE);
        List<AllocatedUnits> allocated = StockAllocation.allocate(quantity, available, before, today);
        Map<UUID, BigDecimal> allocatedByBatch = new HashMap<>();
        allocated.forEach(units -> allocatedByBatch.put(units.batchId(), units.quantity()));
        batches.put(
                requested.goods(),
                available.stream()
                        .map(batch -> batch.minus(allocatedByBatch.getOrDefault(batch.batchId(), BigDecimal.ZERO)))
                        .filter(batch -> batch.available().signum() > 0)
                        .toList());
        shares.put(shareKey, StockAllocation.after(before, allocated));
        return allocated;
    }

    /** Whether there may be more available than was read. */
    public boolean truncated() {
        return truncated;
    }
}
