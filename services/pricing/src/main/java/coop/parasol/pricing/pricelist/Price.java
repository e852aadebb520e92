package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Quantity;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a price list: what a unit of a grade costs partners of a tier, from a quantity and from a moment on. */
@Entity
public class Price extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID priceListId;

    /** from 0 on */
    public int line;

    public String product;
    public String grade;
    public String tier;
    public BigDecimal minimumQuantity;
    public String unit;

    /** minor units of the firm's currency */
    public long unitPrice;

    /** absent in a draft that is to be valid as soon as it is published */
    public @Nullable Instant validFrom;

    public boolean published;

    /** The prices of a list, in the order of its lines. */
    static List<Price> ofList(UUID priceListId) {
        return list("priceListId = ?1 order by line", priceListId);
    }

    Quantity minimumQuantity() {
        return new Quantity(minimumQuantity, unit);
    }

    /**
     * Published prices that are valid now or later, in the order of their ids. A price is no longer valid once another one for
     * the same product, grade, tier and minimum quantity has become valid.
     *
     * @param product empty for all
     * @param tier empty for all
     */
    static List<Price> inForce(String product, String tier, Instant now, UUID after, int maxRows) {
        return find("""
                        from Price price where published and (?1 = '' or product = ?1) and (?2 = '' or tier = ?2)
                        and id > ?4 and not exists (select 1 from Price later where later.published
                            and later.product = price.product and later.tier = price.tier and later.grade = price.grade
                            and later.minimumQuantity = price.minimumQuantity and later.validFrom <= ?3
                            and (later.validFrom > price.validFrom
                                or later.validFrom = price.validFrom and later.id > price.id))
                        order by id
                        """, product, tier, now, after).range(0, maxRows - 1).list();
    }
}
