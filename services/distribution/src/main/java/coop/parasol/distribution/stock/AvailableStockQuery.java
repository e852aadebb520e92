package coop.parasol.distribution.stock;

import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Stock;
import coop.parasol.firm.FirmClock;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds what is available: on hand, certified and within date. Whoever asks holds the locks of the products concerned. */
@ApplicationScoped
public class AvailableStockQuery {

    /** Batches read per product and grade, the first in the queue; those of the last day and of the first window always all. */
    private static final int MAX_BATCHES = 50;

    private static final String COLUMNS = """
        select r.product, r.grade, r.unit, b.batch_id, b.member_id,
               coalesce(p.owner_id, b.member_id) as owner_id, b.lot, b.expiry, b.queue_day, b.on_hand,
               least(b.on_hand, greatest(0, b.counted - (b.certified - b.on_hand))) as counted, c.credit
        """;

    private static final String OWNERS = """
          join producer p on p.member_id = b.member_id
          left join share_credit c on (c.product, c.grade, c.owner_id)
               = (r.product, r.grade, coalesce(p.owner_id, b.member_id))
        """;

    /** All batches of goods that have fewer than the maximum, which most have: one look into the index. */
    private static final String FIRST = COLUMNS + """
             , date 'infinity' as read_until
          from requested r
         cross join lateral (
               select batch_id, member_id, lot, expiry, queue_day, on_hand, counted, certified from batch
                where product = r.product and grade = r.grade and unit = r.unit and %s
                order by queue_day limit :maxBatches) b
        """.formatted(AvailableUnits.condition("today")) + OWNERS;

    /** {@code offset 0} has the bound found once for all batches of the goods. */
    private static final String UP_TO_A_DAY = COLUMNS + """
             , bound.read_until
          from requested r
         cross join lateral (
               select greatest(
                      (select min(queue_day) from batch
                        where product = r.product and grade = r.grade and unit = r.unit and %1$s) + :windowDays - 1,
                      coalesce((select queue_day from batch
                                 where product = r.product and grade = r.grade and unit = r.unit and %1$s
                                 order by queue_day offset :maxBatches - 1 limit 1), 'infinity')) as read_until
                offset 0) bound
         cross join lateral (
               select * from batch
                where product = r.product and grade = r.grade and unit = r.unit and %1$s
                  and queue_day <= bound.read_until) b
        """.formatted(AvailableUnits.condition("today")) + OWNERS;

    private final Jdbi jdbi;
    private final FirmClock clock;
    private final int windowDays;

    AvailableStockQuery(
            Jdbi jdbi, FirmClock clock, @ConfigProperty(name = "parasol.distribution.window-days") int windowDays) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.windowDays = windowDays;
    }

    /** The first batches in the queue of each product grade, which nearly always are enough. */
    public AvailableStock findAvailable(Collection<ProductGrade> goods) {
        Map<ProductGrade, List<AvailableBatch>> found = find(goods, FIRST, Map.of());
        List<ProductGrade> withMore = found.entrySet().stream()
                .filter(entry -> entry.getValue().size() == MAX_BATCHES)
                .map(Map.Entry::getKey)
                .toList();
        if (!withMore.isEmpty()) {
            found.putAll(find(withMore, UP_TO_A_DAY, Map.of("windowDays", windowDays)));
        }
        Map<ProductGrade, Stock> stocks = new HashMap<>();
        found.forEach((one, batches) -> stocks.put(one, stock(batches)));
        return new AvailableStock(stocks, windowDays);
    }

    private Map<ProductGrade, List<AvailableBatch>> find(
            Collection<ProductGrade> goods, String sql, Map<String, ?> parameters) {
        LocalDate today = clock.today();
        Part available = new Part(
                "available",
                sql,
                statement -> statement
                        .bind("today", today)
                        .bind("maxBatches", MAX_BATCHES)
                        .bindMap(parameters));
        Map<ProductGrade, List<AvailableBatch>> found = new HashMap<>();
        jdbi.withHandle(handle -> CombinedStatement.of(List.of(requestedPart(goods), available))
                        .query(handle, "select * from available")
                        .mapTo(AvailableBatch.class)
                        .list())
                .forEach(batch -> found.computeIfAbsent(batch.goods(), any -> new ArrayList<>())
                        .add(batch));
        return found;
    }

    private static Part requestedPart(Collection<ProductGrade> goods) {
        return new Part(
                "requested",
                "select * from unnest(:products, :grades, :units) as r (product, grade, unit)",
                statement -> statement
                        .bindArray("products", String.class, Columns.of(goods, ProductGrade::product))
                        .bindArray("grades", String.class, Columns.of(goods, ProductGrade::grade))
                        .bindArray("units", String.class, Columns.of(goods, ProductGrade::unit)));
    }

    /**
     * A batch that is available to one of the requests.
     *
     * @param counted of what is on hand
     * @param ownerId who owns its producer's firm
     * @param credit of the owner
     * @param readUntil up to this day all batches are read, {@link LocalDate#MAX} if all there are
     */
    record AvailableBatch(
            String product,
            String grade,
            String unit,
            UUID batchId,
            UUID memberId,
            UUID ownerId,
            String lot,
            LocalDate expiry,
            LocalDate queueDay,
            BigDecimal onHand,
            BigDecimal counted,
            @Nullable BigDecimal credit,
            LocalDate readUntil) {

        ProductGrade goods() {
            return new ProductGrade(product, grade, unit);
        }

        Candidate candidate() {
            return new Candidate(batchId, memberId, ownerId, lot, expiry, queueDay, onHand, counted);
        }
    }

    private static Stock stock(List<AvailableBatch> batches) {
        Map<UUID, BigDecimal> credits = new HashMap<>();
        for (AvailableBatch batch : batches) {
            if (batch.credit() != null) {
                credits.put(batch.ownerId(), batch.credit());
            }
        }
        return new Stock(
                batches.stream().map(AvailableBatch::candidate).toList(),
                credits,
                batches.getFirst().readUntil(),
                null);
    }
}
