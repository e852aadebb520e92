package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The published prices that are valid now or will be, as lines that a draft may be made of or compared with. */
@ApplicationScoped
class PricesInForce {

    private static final String COLUMNS =
            "id, product, grade, tier, partner_group, partner_id, minimum_quantity, unit, unit_price, price_base, valid_from,"
                    + " valid_until";

    /** Valid now, and not superseded by a newer one that ends no earlier; of one quantity the newest last. */
    private static final String IN_FORCE = "select " + COLUMNS + """
              from price p
             where published and valid_from <= :now and (valid_until is null or valid_until > :now)
               and not exists (
                   select 1 from price later
                    where later.published and later.valid_from <= :now
                      and (later.product, later.buyers, later.grade, later.minimum_quantity)
                        = (p.product, p.buyers, p.grade, p.minimum_quantity)
                      and (later.valid_from, later.id) > (p.valid_from, p.id)
                      and (later.valid_until is null or later.valid_until >= p.valid_until))
            """;

    private static final String ORDER =
            " order by product, grade, buyers, minimum_quantity, valid_until desc nulls first, valid_from, id";

    private final Jdbi jdbi;
    private final FirmCurrency currency;

    PricesInForce(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    record Row(
            String product,
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            BigDecimal minimumQuantity,
            String unit,
            BigDecimal unitPrice,
            int priceBase,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        DraftPrice price(FirmCurrency currency) {
            return new DraftPrice(
                    product,
                    grade,
                    new Buyers(tier, partnerGroup, partnerId),
                    new Quantity(minimumQuantity, unit),
                    currency.unitPrice(unitPrice, priceBase),
                    validFrom,
                    validUntil);
        }
    }

    /** All prices of some products, for whomever they are. */
    List<DraftPrice> of(Collection<String> products, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(IN_FORCE + " and product = any(:products)" + ORDER)
                .bindArray("products", String.class, products)
                .bind("now", now)
                .mapTo(Row.class)
                .map(row -> row.price(currency))
                .list());
    }

    /** The same with those that become valid later; of one quantity the newest last. */
    List<DraftPrice> standing(Collection<String> products, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from ((" + IN_FORCE
                        + " and product = any(:products)) union all (select " + COLUMNS
                        + " from price where published and valid_from > :now and product = any(:products))) price"
                        + " order by valid_from, id")
                .bindArray("products", String.class, products)
                .bind("now", now)
                .mapTo(Row.class)
                .map(row -> row.price(currency))
                .list());
    }

    /** The prices of a list, in the order of its lines. */
    List<DraftPrice> ofList(UUID priceListId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from price where price_list_id = :list order by line")
                .bind("list", priceListId)
                .mapTo(Row.class)
                .map(row -> row.price(currency))
                .list());
    }

    /**
     * The prices for some buyers.
     *
     * @param product of this one only; null for all
     * @param buyers where none of the three is said, of all tiers: what was agreed with a partner or a group is changed by name only
     * @param maxRows so many at most
     */
    List<DraftPrice> of(@Nullable String product, Buyers buyers, Instant now, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(IN_FORCE + """
                         and (product = :product or :product is null)
                         and case when :tier is not null then tier = :tier
                                  when :partnerGroup is not null then partner_group = :partnerGroup
                                  when :partnerId is not null then partner_id = :partnerId::uuid
                                  else tier is not null end
                        """ + ORDER + " limit :maxRows")
                .bind("product", product)
                .bind("tier", buyers.tier())
                .bind("partnerGroup", buyers.partnerGroup())
                .bind(
                        "partnerId",
                        buyers.partnerId() == null ? null : buyers.partnerId().toString())
                .bind("now", now)
                .bind("maxRows", maxRows)
                .mapTo(Row.class)
                .map(row -> row.price(currency))
                .list());
    }
}
