package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The lowest price that any tier of partners paid for goods at some moment, whatever the quantity; what groups and partners have agreed is left out. */
@ApplicationScoped
public class LowestTierPrices {

    private final Jdbi jdbi;
    private final FirmCurrency currency;

    LowestTierPrices(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    /** Goods of a grade at a moment. */
    public record Asked(String product, String grade, Instant at) {}

    record Row(int position, BigDecimal unitPrice, int priceBase) {}

    /** The prices of goods for which any tier had one. */
    public Map<Asked, UnitPrice> of(Set<Asked> goods) {
        List<Asked> asked = List.copyOf(new LinkedHashSet<>(goods));
        Map<Asked, UnitPrice> prices = new HashMap<>();
        if (asked.isEmpty()) {
            return prices;
        }
        jdbi.withHandle(handle -> handle.createQuery("""
                        select cast(asked.position as integer) as position, lowest.unit_price, lowest.price_base
                          from unnest(:products, :grades, :moments) with ordinality
                               as asked (product, grade, moment, position)
                          cross join lateral (
                               select p.unit_price, p.price_base from price p
                                where p.published and p.tier is not null
                                  and p.product = asked.product and p.grade = asked.grade
                                  and p.valid_from <= asked.moment
                                  and (p.valid_until is null or p.valid_until > asked.moment)
                                  and not exists (
                                      select 1 from price later
                                       where later.published and later.valid_from <= asked.moment
                                         and (later.product, later.buyers, later.grade, later.minimum_quantity)
                                           = (p.product, p.buyers, p.grade, p.minimum_quantity)
                                         and (later.valid_from, later.id) > (p.valid_from, p.id)
                                         and (later.valid_until is null or later.valid_until >= p.valid_until))
                                order by p.unit_price / p.price_base, p.price_base limit 1) lowest
                        """)
                        .bindArray("products", String.class, Columns.of(asked, Asked::product))
                        .bindArray("grades", String.class, Columns.of(asked, Asked::grade))
                        .bindArray("moments", Instant.class, Columns.of(asked, Asked::at))
                        .mapTo(Row.class)
                        .list())
                .forEach(row -> prices.put(
                        asked.get(row.position() - 1), currency.unitPrice(row.unitPrice(), row.priceBase())));
        return prices;
    }
}
