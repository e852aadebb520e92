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
import java.util.List;

/** How much partners want of a product and grade for a week, for which commitments count, as orders, forecasts and stock are now. */
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
        ProductGrade product = goods.goods();
        DemandOutlook.Demand demand = outlook.demand(product, goods.period(), clock.thisWeek());
        BigDecimal certified = stock.available(List.of(goods.product())).getOrDefault(product, BigDecimal.ZERO);
        return WantedQuantity.of(
                demand.ofWeek(), demand.earlierNeeds(), certified, demand.dispatched(), committed.reportedFrom(goods));
    }
}
