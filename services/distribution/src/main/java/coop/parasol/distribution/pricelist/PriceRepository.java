package coop.parasol.distribution.pricelist;

import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.pricelist.rules.PriceScope;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.firm.FirmCurrency;
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
    private final FirmCurrency currency;

    PriceRepository(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    /**
     * A price as it is stored.
     *
     * @param unitPrice minor units for {@code priceBase} units of the product
     */
    public record Row(
            UUID priceId,
            String product,
            String grade,
            PriceScope.Kind scope,
            String scopeCode,
            BigDecimal minimumQuantity,
            String unit,
            BigDecimal unitPrice,
            int priceBase,
            Instant validFrom,
            @Nullable Instant validUntil) {

        public PublishedPrice price(FirmCurrency currency) {
            return new PublishedPrice(
                    priceId,
                    product,
                    grade,
                    new PriceScope(scope, scopeCode),
                    new Quantity(minimumQuantity, unit),
                    currency.unitPrice(unitPrice, priceBase),
                    validFrom,
                    validUntil);
        }
    }

    /**
     * All prices of some products, also those to come.
     *
     * @param kind for such buyers only; null for all
     */
    public List<PublishedPrice> of(Collection<String> products, PriceScope.@Nullable Kind kind) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price, price_base, valid_from,
                   valid_until
              from price where product = any(:products) and (scope = :kind or :kind is null)
             order by product, grade, scope, scope_code, minimum_quantity, valid_from
            """)
                .bindArray("products", String.class, products)
                .bind("kind", kind == null ? null : kind.name())
                .mapTo(Row.class)
                .map(row -> row.price(currency))
                .list());
    }

    /** The prices of some products for these buyers only, also those to come. */
    public List<PublishedPrice> of(Collection<String> products, Collection<PriceScope> scopes) {
        List<PriceScope> buyers = List.copyOf(scopes);
        return jdbi.withHandle(handle -> handle.createQuery("""
            select price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price, price_base, valid_from,
                   valid_until
              from price
              join unnest(:scopes, :scopeCodes) as buyer (kind, code) on scope = buyer.kind and scope_code = buyer.code
             where product = any(:products)
             order by product, grade, scope, scope_code, minimum_quantity, valid_from
            """)
                .bindArray("products", String.class, products)
                .bindArray(
                        "scopes",
                        String.class,
                        Columns.of(buyers, scope -> scope.kind().name()))
                .bindArray("scopeCodes", String.class, Columns.of(buyers, PriceScope::code))
                .mapTo(Row.class)
                .map(row -> row.price(currency))
                .list());
    }

    /**
     * The prices of some products for some partners, as a part of a larger statement with the columns of {@link Row}: those of their
     * tiers, their groups and their own, so that what others have agreed costs nothing.
     *
     * @param partners name of an earlier part with the columns partner_id, partner_group and tier
     */
    public static Part part(String name, Collection<String> products, String partners) {
        return new Part(
                name,
                """
                select price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price, price_base, valid_from,
                       valid_until
                  from (select 'TIER' as kind, tier as code from %1$s
                         union select 'GROUP', partner_group from %1$s where partner_group is not null
                         union select 'PARTNER', partner_id::text from %1$s) as buyer
                  join price on scope = buyer.kind and scope_code = buyer.code and product = any(:pricedProducts)
                """.formatted(partners),
                statement -> statement.bindArray("pricedProducts", String.class, products));
    }

    /** Stores prices, and deletes those that can never apply again: superseded ones, and those whose time is over. */
    void publish(List<PublishedPrice> published, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                insert into price (price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price, price_base,
                                   valid_from, valid_until)
                select price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price, price_base, valid_from,
                       valid_until
                  from unnest(:priceIds, :products, :grades, :scopes, :scopeCodes, :minimumQuantities, :units, :unitPrices,
                              :priceBases, :validFroms, :validUntils)
                       as published (price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price,
                                     price_base, valid_from, valid_until)
                 order by price_id on conflict do nothing
                """)
                    .bindArray("priceIds", UUID.class, Columns.of(published, PublishedPrice::priceId))
                    .bindArray("products", String.class, Columns.of(published, PublishedPrice::product))
                    .bindArray("grades", String.class, Columns.of(published, PublishedPrice::grade))
                    .bindArray(
                            "scopes",
                            String.class,
                            Columns.of(published, price -> price.scope().kind().name()))
                    .bindArray(
                            "scopeCodes",
                            String.class,
                            Columns.of(published, price -> price.scope().code()))
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
                            BigDecimal.class,
                            Columns.of(published, price -> price.unitPrice().minor()))
                    .bindArray(
                            "priceBases",
                            Integer.class,
                            Columns.of(published, price -> price.unitPrice().per()))
                    .bindArray("validFroms", Instant.class, Columns.of(published, PublishedPrice::validFrom))
                    .bindArray("validUntils", Instant.class, Columns.of(published, PublishedPrice::validUntil))
                    .execute();
            handle.createUpdate("""
                delete from price old using price successor
                 where successor.product = any(:products) and successor.valid_from <= :now
                   and (old.product, old.grade, old.scope, old.scope_code, old.minimum_quantity)
                     = (successor.product, successor.grade, successor.scope, successor.scope_code, successor.minimum_quantity)
                   and (old.valid_from, old.price_id::text) < (successor.valid_from, successor.price_id::text)
                   and (successor.valid_until is null or successor.valid_until >= old.valid_until)
                """)
                    .bindArray("products", String.class, Columns.of(published, PublishedPrice::product))
                    .bind("now", now)
                    .execute();
            handle.createUpdate("delete from price where product = any(:products) and valid_until <= :now")
                    .bindArray("products", String.class, Columns.of(published, PublishedPrice::product))
                    .bind("now", now)
                    .execute();
        });
    }
}
