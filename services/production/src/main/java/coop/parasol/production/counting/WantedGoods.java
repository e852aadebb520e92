package coop.parasol.production.counting;

import coop.parasol.firm.FirmClock;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.rules.WantedQuantity;
import coop.parasol.production.outlook.DemandOutlook;
import coop.parasol.production.product.ProductGrade;
import coop.parasol.production.stock.CertifiedStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How much partners want of products and grades for weeks, for which commitments count, as orders, forecasts and stock are now. */
@ApplicationScoped
public class WantedGoods {

    private final CommittedQuantities committed;
    private final DemandOutlook outlook;
    private final CertifiedStock stock;
    private final FirmClock clock;

    WantedGoods(CommittedQuantities committed, DemandOutlook outlook, CertifiedStock stock, FirmClock clock) {
        this.committed = committed;
        this.outlook = outlook;
        this.stock = stock;
        this.clock = clock;
    }

    /** Zero or more, in the unit of the product. */
    public BigDecimal of(GoodsOfWeek goods) {
        return Objects.requireNonNull(of(List.of(goods)).get(goods));
    }

    /** The same for several, in three statements. */
    public Map<GoodsOfWeek, BigDecimal> of(List<GoodsOfWeek> all) {
        List<DemandOutlook.Demand> demands = outlook.demands(
                all.stream()
                        .map(goods -> new DemandOutlook.GoodsWeek(goods.goods(), goods.period()))
                        .toList(),
                clock.thisWeek());
        Map<ProductGrade, BigDecimal> available = stock.available(
                all.stream().map(GoodsOfWeek::product).distinct().toList());
        List<BigDecimal> reported = committed.reportedFrom(all);
        Map<GoodsOfWeek, BigDecimal> wanted = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            DemandOutlook.Demand demand = demands.get(i);
            wanted.put(
                    all.get(i),
                    WantedQuantity.of(
                            demand.ofWeek(),
                            demand.stock(available.getOrDefault(all.get(i).goods(), BigDecimal.ZERO)),
                            demand.dispatched(),
                            reported.get(i)));
        }
        return wanted;
    }
}
