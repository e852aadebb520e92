package coop.parasol.distribution.pricelist;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Published prices: those in force and those to come. */
@ApplicationScoped
public class PriceRepository {

    private final Jdbi jdbi;

    PriceRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A price as it is stored. */
    public record Row(
            UUID priceId,
            String product,
            String grade,
            String tier,
            BigDecimal minimumQuantity,
            String unit,
            Money unitPrice,
            Instant validFrom) {

        public PublishedPrice price() {
            return new PublishedPrice(
                    priceId, product, grade, tier, new Quantity(minimumQuantity, unit), unitPrice, validFrom);
        }
    }

    /**
     * All prices of some products, also those to come.
     *
     * @param tier of this tier only; null for all tiers
     */
    public List<PublishedPrice> of(Collection<String> products, @Nullable String tier) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select price_id, product, grade, tier, minimum_quantity, unit, unit_price, valid_from
              from price where product = any(:products) and (tier = :tier or :tier is null)
             order by product, grade, tier, minimum_quantity, valid_from
            """)
                .bindArray("products", String.class, products)
                .bind("tier", tier)
                .mapTo(Row.class)
                .map(Row::price)
                .list());
    }

    /** All prices of some products at all tiers, as a part of a larger statement with the columns of {@link Row}. */
    public static Part part(String name, Collection<String> products) {
        return new Part(
                name,
                "select price_id, product, grade, tier, minimum_quantity, unit, unit_price, valid_from"
                        + " from price where product = any(:pricedProducts)",
                statement -> statement.bindArray("pricedProducts", String.class, products));
    }

    /** Stores prices, and deletes those that they or others have already superseded: they can never apply again. */
    void publish(List<PublishedPrice> published, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                insert into price (price_id, product, grade, tier, minimum_quantity, unit, unit_price, valid_from)
                select price_id, product, grade, tier, minimum_quantity, unit, unit_price, valid_from
                  from unnest(:priceIds, :products, :grades, :tiers, :minimumQuantities, :units, :unitPrices,
                              :validFroms)
                       as published (price_id, product, grade, tier, minimum_quantity, unit, unit_price, valid_from)
                 order by price_id on conflict do nothing
                """)
                    .bindArray("priceIds", UUID.class, Columns.of(published, PublishedPrice::priceId))
                    .bindArray("products", String.class, Columns.of(published, PublishedPrice::product))
                    .bindArray("grades", String.class, Columns.of(published, PublishedPrice::grade))
                    .bindArray("tiers", String.class, Columns.of(published, PublishedPrice::tier))
                    .bindArray(
                            "minimumQuantities",
                            BigDecimal.class,
                            Columns.of(
                                    published, price -> price.minimumQuantity().value()))
                    .bindArray(
                            "units",
                            String.class,
                            Columns.of(
                                    published, price -> price.minimumQuantity().unit()))
                    .bindArray(
                            "unitPrices",
                            Long.class,
                            Columns.of(published, price -> price.unitPrice().minor()))
                    .bindArray("validFroms", Instant.class, Columns.of(published, PublishedPrice::validFrom))
                    .execute();
            handle.createUpdate("""
                delete from price old using price successor
                 where successor.product = any(:products) and successor.valid_from <= :now
                   and (old.product, old.grade, old.tier, old.minimum_quantity)
                     = (successor.product, successor.grade, successor.tier, successor.minimum_quantity)
                   and (old.valid_from, old.price_id::text) < (successor.valid_from, successor.price_id::text)
                """)
                    .bindArray("products", String.class, Columns.of(published, PublishedPrice::product))
                    .bind("now", now)
                    .execute();
        });
    }
}
