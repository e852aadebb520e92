package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Period;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.SettledPool;
import java.util.Collection;
import java.util.List;

/** What the settlement of pools tells price lists: how pools were settled last. */
public interface SettledPools {

    /** The pools of some products from a week on that are settled, by product, the newest week first. */
    List<SettledPool> since(Collection<String> products, Period first);
}
