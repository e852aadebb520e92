package coop.parasol.distribution.stock;

import coop.parasol.distribution.stock.ShareCredits.Credit;
import coop.parasol.distribution.stock.rules.StockAllocation;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.distribution.stock.rules.StockAllocation.Allocation;
import coop.parasol.distribution.stock.rules.StockAllocation.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is available of some products while their locks are held. All lines that wait for the same goods are allocated together: what
 * they get is divided among the producers once, and a line is not split for the sake of fairness where others wait beside it.
 */
public final class AvailableStock {

    private final Map<ProductGrade, Stock> found;
    private final Map<ProductGrade, Stock> left = new HashMap<>();
    private final int windowDays;

    /**
     * @param found what is available of each
     * @param windowDays last days of sale that are sold together
     */
    public AvailableStock(Map<ProductGrade, Stock> found, int windowDays) {
        this.found = Map.copyOf(found);
        this.windowDays = windowDays;
    }

    /**
     * Allocates up to so many units to each line, to the first first: in windows of last days, and by fair share within each
     * ({@link StockAllocation}). It replaces what was allocated of these goods before.
     *
     * @param quantities by line
     * @return what each line gets, in the order of the lines
     */
    public List<List<AllocatedUnits>> allocate(ProductGrade goods, List<BigDecimal> quantities) {
        BigDecimal total = quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Allocation allocation = StockAllocation.allocate(total, found.getOrDefault(goods, Stock.NONE), windowDays);
        left.put(goods, allocation.rest());
        return allocation.byLine(quantities);
    }

    /** Whether there may be more available of the goods than was read. */
    public boolean isTruncated(ProductGrade goods) {
        return !found.getOrDefault(goods, Stock.NONE).readUntil().equals(LocalDate.MAX);
    }

    /** The credits that what was allocated has changed. */
    public List<Credit> changedCredits() {
        List<Credit> changed = new ArrayList<>();
        left.forEach((goods, stock) -> {
            Map<UUID, BigDecimal> before = found.getOrDefault(goods, Stock.NONE).credits();
            stock.credits().forEach((owner, credit) -> {
                if (credit.compareTo(before.getOrDefault(owner, BigDecimal.ZERO)) != 0) {
                    changed.add(new Credit(goods.product(), goods.grade(), owner, credit, before.containsKey(owner)));
                }
            });
        });
        return changed;
    }
}
