package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.pricing.pool.PoolSales;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.ComparedPool;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.Sale;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the settled pools of the last 52 weeks would have paid by a draft's prices; three statements for any number of pools. */
@ApplicationScoped
class ComparePoolPrices {

    private static final int WEEKS = 52;

    private final SettledPools settledPools;
    private final PoolSales sales;
    private final FirmClock clock;

    ComparePoolPrices(SettledPools settledPools, PoolSales sales, FirmClock clock) {
        this.settledPools = settledPools;
        this.sales = sales;
        this.clock = clock;
    }

    /** @param inForce prices of the draft's products that are valid now */
    List<ComparedPool> of(List<DraftPrice> draft, List<DraftPrice> inForce) {
        Set<String> products = draft.stream().map(DraftPrice::product).collect(Collectors.toSet());
        Period first = Period.of(clock.thisWeek().monday().minusWeeks(WEEKS));
        return PoolPriceComparison.compare(
                settledPools.since(products, first),
                sales.since(products, first).stream()
                        .map(ComparePoolPrices::sale)
                        .toList(),
                draft,
                inForce);
    }

    private static Sale sale(PoolSales.Sale sale) {
        return new Sale(
                sale.product(),
                sale.period(),
                sale.grade(),
                sale.partnerId(),
                sale.tier(),
                sale.partnerGroup(),
                sale.ordered(),
                new Quantity(sale.quantity(), sale.unit()),
                sale.receipts(),
                sale.paid(),
                sale.total());
    }
}
