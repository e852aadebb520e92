package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.Goods;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The standard costs in force, those of the lists published last: the floor of prices. */
@ApplicationScoped
class StandardCosts {

    private final Jdbi jdbi;
    private final FirmCurrency currency;

    StandardCosts(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    record CostInForce(String product, String grade, BigDecimal unitCost, int priceBase) {}

    /** Of these products, as far as one was published for a grade. */
    Map<Goods, UnitPrice> of(Collection<String> products) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select product, grade, unit_cost, price_base from standard_cost where product = any(:products)
                        """)
                .bindArray("products", String.class, products)
                .mapTo(CostInForce.class)
                .collect(Collectors.toMap(
                        cost -> new Goods(cost.product(), cost.grade()),
                        cost -> currency.unitPrice(cost.unitCost(), cost.priceBase()))));
    }

    /** Whether a price of a list is below the standard cost in force, or that of the list itself. */
    boolean anyPriceBelow(UUID priceListId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with own as (
                            select distinct on (product, grade) product, grade, unit_cost, price_base
                              from standard_cost_line where price_list_id = :list order by product, grade, line desc
                        ), cost as (
                            select product, grade, unit_cost, price_base from own
                             union all
                            select product, grade, unit_cost, price_base from standard_cost c
                             where not exists (select 1 from own where (own.product, own.grade) = (c.product, c.grade))
                        )
                        select exists (select 1 from price p join cost c on (c.product, c.grade) = (p.product, p.grade)
                                        where p.price_list_id = :list
                                          and p.unit_price * c.price_base < c.unit_cost * p.price_base)
                        """)
                .bind("list", priceListId)
                .mapTo(Boolean.class)
                .one());
    }

    /** The standard costs of a published list are in force from now on; of two for the same grade the later line counts. */
    void enact(UUID priceListId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into standard_cost (product, grade, unit_cost, price_base)
                        select distinct on (product, grade) product, grade, unit_cost, price_base
                          from standard_cost_line where price_list_id = :list
                         order by product, grade, line desc
                        on conflict (product, grade)
                        do update set unit_cost = excluded.unit_cost, price_base = excluded.price_base
                        """).bind("list", priceListId).execute());
    }
}
