package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.stock.AvailableStock.ShareKey;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Share;
import coop.parasol.distribution.stock.rules.StockAllocation.Shares;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds what is available: on hand, certified and within date. Whoever asks holds the locks of the products concerned. */
@ApplicationScoped
public class AvailableStockQuery {

    /** Batches read per product and grade, the first to expire; those of the last expiry day always all. */
    private static final int MAX_BATCHES = 50;

    private static final String AVAILABLE = """
            select r.product, r.grade, r.unit, r.period, b.batch_id, b.member_id, b.lot, b.expiry, b.on_hand,
                   own.committed, own.allocated,
                   everyone.committed as total_committed, everyone.allocated as total_allocated
              from requested r
             cross join lateral (
                   select batch_id, member_id, lot, expiry, on_hand from batch
                    where product = r.product and grade = r.grade and unit = r.unit and %s
                    order by expiry fetch first :maxBatches rows with ties) b
              left join fair_share own
                on (own.product, own.period, own.member_id) = (r.product, r.period, b.member_id)
              left join fair_share everyone
                on (everyone.product, everyone.period, everyone.member_id) = (r.product, r.period, :allProducers)
            """.formatted(AvailableUnits.condition("today"));

    private final Jdbi jdbi;
    private final FirmClock clock;

    AvailableStockQuery(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The first batches to expire of each product grade, which nearly always are enough. */
    public AvailableStock findAvailable(Collection<RequestedGoods> requested) {
        LocalDate today = clock.today();
        Part available = new Part(
                "available",
                AVAILABLE,
                statement -> statement
                        .bind("today", today)
                        .bind("maxBatches", MAX_BATCHES)
                        .bind("allProducers", FairShares.ALL_PRODUCERS));
        List<AvailableBatch> rows =
                jdbi.withHandle(handle -> CombinedStatement.of(List.of(requestedPart(requested), available))
                        .query(handle, "select * from available")
                        .mapTo(AvailableBatch.class)
                        .list());
        return stock(rows, today);
    }

    private static Part requestedPart(Collection<RequestedGoods> requested) {
        List<RequestedGoods> distinct = requested.stream().distinct().toList();
        return new Part(
                "requested",
                "select * from unnest(:products, :grades, :units, :periods) as r (product, grade, unit, period)",
                statement -> statement
                        .bindArray(
                                "products",
                                String.class,
                                texts(distinct.stream().map(r -> r.goods().product())))
                        .bindArray(
                                "grades",
                                String.class,
                                texts(distinct.stream().map(r -> r.goods().grade())))
                        .bindArray(
                                "units",
                                String.class,
                                texts(distinct.stream().map(r -> r.goods().unit())))
                        .bindArray(
                                "periods",
                                String.class,
                                texts(distinct.stream().map(r -> r.period().toString()))));
    }

    private static List<String> texts(Stream<String> column) {
        return column.toList();
    }

    /** A batch that is available to one of the requests, with its producer's and all producers' shares in that week. */
    record AvailableBatch(
            String product,
            String grade,
            String unit,
            Period period,
            UUID batchId,
            UUID memberId,
            String lot,
            LocalDate expiry,
            BigDecimal onHand,
            @Nullable BigDecimal committed,
            @Nullable BigDecimal allocated,
            @Nullable BigDecimal totalCommitted,
            @Nullable BigDecimal totalAllocated) {

        ProductGrade goods() {
            return new ProductGrade(product, grade, unit);
        }

        Candidate candidate() {
            return new Candidate(batchId, memberId, lot, expiry, onHand);
        }

        Share own() {
            return share(committed, allocated);
        }

        Share everyone() {
            return share(totalCommitted, totalAllocated);
        }

        private static Share share(@Nullable BigDecimal committed, @Nullable BigDecimal allocated) {
            return committed == null || allocated == null ? Share.NONE : new Share(committed, allocated);
        }
    }

    private static AvailableStock stock(List<AvailableBatch> found, LocalDate today) {
        Map<ProductGrade, Map<UUID, Candidate>> batches = new HashMap<>();
        Map<ShareKey, Shares> shares = new HashMap<>();
        for (AvailableBatch batch : found) {
            batches.computeIfAbsent(batch.goods(), goods -> new LinkedHashMap<>())
                    .put(batch.batchId(), batch.candidate());
            shares.computeIfAbsent(
                            new ShareKey(batch.product(), batch.period()),
                            key -> new Shares(batch.everyone(), new HashMap<>()))
                    .byMember()
                    .put(batch.memberId(), batch.own());
        }
        Map<ProductGrade, List<Candidate>> lists = new HashMap<>();
        batches.forEach((goods, candidates) -> lists.put(goods, List.copyOf(candidates.values())));
        boolean truncated = lists.values().stream().anyMatch(candidates -> candidates.size() >= MAX_BATCHES);
        return new AvailableStock(lists, shares, today, truncated);
    }
}
