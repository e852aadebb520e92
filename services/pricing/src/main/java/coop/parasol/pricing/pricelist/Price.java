package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a price list: what a grade costs partners of a tier, partners of a group, or one partner, from a quantity and from a
 * moment on. Exactly one of {@code tier}, {@code partnerGroup} and {@code partnerId} is present.
 */
@Entity
public class Price extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID priceListId;

    /** from 0 on */
    public int line;

    public String product;
    public String grade;
    public @Nullable String tier;
    public @Nullable String partnerGroup;
    public @Nullable UUID partnerId;
    public BigDecimal minimumQuantity;
    public String unit;

    /** minor units of the firm's currency for {@link #priceBase} units */
    public BigDecimal unitPrice;

    /** 1, 100 or 1,000 */
    public int priceBase;

    /** absent in a draft that is to be valid as soon as it is published */
    public @Nullable Instant validFrom;

    /** absent where its end is open */
    public @Nullable Instant validUntil;

    public boolean published;

    /** Whom it is for, as one text; the database makes it of the three. */
    @Column(insertable = false, updatable = false)
    public String buyers;

    /** The prices of a list, in the order of its lines. */
    static List<Price> ofList(UUID priceListId) {
        return list("priceListId = ?1 order by line", priceListId);
    }

    Quantity minimumQuantity() {
        return new Quantity(minimumQuantity, unit);
    }

    DraftPrice draft(FirmCurrency currency) {
        return new DraftPrice(
                product,
                grade,
                new Buyers(tier, partnerGroup, partnerId),
                minimumQuantity(),
                unitPrice(currency),
                validFrom,
                validUntil);
    }

    UnitPrice unitPrice(FirmCurrency currency) {
        return currency.unitPrice(unitPrice, priceBase);
    }

    /**
     * Published prices that are valid now or later, in the order of their ids. A price is no longer valid once its end has come, or
     * another one for the same product, grade, buyers and minimum quantity that ends no earlier has become valid.
     *
     * @param product empty for all
     * @param tier empty for all prices, of groups and agreements too
     */
    static List<Price> inForce(String product, String tier, Instant now, UUID after, int maxRows) {
        return find("""
                        from Price price where published and (?1 = '' or product = ?1) and (?2 = '' or tier = ?2)
                        and id > ?4 and (validUntil is null or validUntil > ?3)
                        and not exists (select 1 from Price later where later.published
                            and later.product = price.product and later.grade = price.grade
                            and later.buyers = price.buyers
                            and later.minimumQuantity = price.minimumQuantity and later.validFrom <= ?3
                            and (later.validUntil is null or later.validUntil >= price.validUntil)
                            and (later.validFrom > price.validFrom
                                or later.validFrom = price.validFrom and later.id > price.id))
                        order by id
                        """, product, tier, now, after).range(0, maxRows - 1).list();
    }
}
