package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.stock.rules.Allocation;
import coop.parasol.distribution.stock.rules.Allocation.Candidate;
import coop.parasol.distribution.stock.rules.Allocation.Shares;
import coop.parasol.distribution.stock.rules.Allocation.Taken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is on hand of some products while their locks are held; lines take from it one after the other. */
public final class Shelves {

    /** Goods of one kind wanted for a period. */
    public record Want(String product, String grade, String unit, Period period) {}

    record Shelf(String product, String grade, String unit) {}

    record Pool(String product, Period period) {}

    private final Map<Shelf, List<Candidate>> batches;
    private final Map<Pool, Shares> shares;
    private final LocalDate today;
    private final boolean cutShort;

    Shelves(Map<Shelf, List<Candidate>> batches, Map<Pool, Shares> shares, LocalDate today, boolean cutShort) {
        this.batches = new HashMap<>(batches);
        this.shares = new HashMap<>(shares);
        this.today = today;
        this.cutShort = cutShort;
    }

    /** Takes up to {@code need} units; the next to ask finds them gone. */
    public List<Taken> take(Want want, BigDecimal need) {
        Shelf shelf = new Shelf(want.product(), want.grade(), want.unit());
        Pool pool = new Pool(want.product(), want.period());
        List<Candidate> stock = batches.getOrDefault(shelf, List.of());
        Shares before = shares.getOrDefault(pool, Shares.NONE);
        List<Taken> taken = Allocation.allocate(need, stock, before, today);
        Map<UUID, BigDecimal> gone = new HashMap<>();
        taken.forEach(part -> gone.put(part.batchId(), part.quantity()));
        batches.put(
                shelf,
                stock.stream()
                        .map(batch -> batch.less(gone.getOrDefault(batch.batchId(), BigDecimal.ZERO)))
                        .filter(batch -> batch.available().signum() > 0)
                        .toList());
        shares.put(pool, Allocation.after(before, taken));
        return taken;
    }

    /** Whether there may be more on hand than was looked at. */
    public boolean cutShort() {
        return cutShort;
    }
}
