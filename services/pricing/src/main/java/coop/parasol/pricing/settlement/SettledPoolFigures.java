package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.pricing.pricelist.SettledPools;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.SettledPool;
import coop.parasol.pricing.statement.PublishedGrades;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How pools were settled last, without their payouts. */
@ApplicationScoped
class SettledPoolFigures implements SettledPools {

    private final Jdbi jdbi;
    private final PublishedGrades publishedGrades;

    SettledPoolFigures(Jdbi jdbi, PublishedGrades publishedGrades) {
        this.jdbi = jdbi;
        this.publishedGrades = publishedGrades;
    }

    /** A pool's last settlement. */
    record Last(
            UUID id,
            String product,
            Period period,
            int marginShare,
            Money costs,
            Money carryIn,
            BigDecimal equivalents) {}

    @Override
    public List<SettledPool> since(Collection<String> products, Period first) {
        List<Last> last = jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct on (product, period) id, product, period, margin_share, costs, carry_in, equivalents
                          from settlement
                         where product = any(:products) and period >= :first and state = 'SETTLED'
                         order by product, period desc, number desc
                        """)
                .bindArray("products", String.class, products)
                .bind("first", first)
                .mapTo(Last.class)
                .list());
        Map<UUID, Map<String, BigDecimal>> factors =
                publishedGrades.factors(last.stream().map(Last::id).toList());
        return last.stream()
                .map(pool -> new SettledPool(
                        pool.product(),
                        pool.period(),
                        pool.marginShare(),
                        pool.costs(),
                        pool.carryIn(),
                        pool.equivalents(),
                        factors.getOrDefault(pool.id(), Map.of())))
                .toList();
    }
}
