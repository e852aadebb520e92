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

/** What a unit of a grade costs a tier of partners, from a quantity on and from a time on. */
@Entity
public class Price extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID priceListId;
    public int line;
    public String product;
    public String grade;
    public String tier;
    public BigDecimal minimumQuantity;
    public String unit;
    public long unitPrice;

    /** absent in a draft that is to be valid as soon as it is published */
    public @Nullable Instant validFrom;

    public boolean published;

    static List<Price> of(UUID priceListId) {
        return list("priceListId = ?1 order by line", priceListId);
    }

    Quantity minimum() {
        return new Quantity(minimumQuantity, unit);
    }

    /** Published prices that apply now or later, of one product or tier or of all (empty text). */
    static List<Price> inForce(String product, String tier, Instant now, UUID after, int fetch) {
        return find("""
                        from Price price where published and (?1 = '' or product = ?1) and (?2 = '' or tier = ?2)
                        and id > ?4 and not exists (select 1 from Price later where later.published
                            and later.product = price.product and later.tier = price.tier and later.grade = price.grade
                            and later.minimumQuantity = price.minimumQuantity and later.validFrom <= ?3
                            and (later.validFrom > price.validFrom
                                or later.validFrom = price.validFrom and later.id > price.id))
                        order by id
                        """, product, tier, now, after).range(0, fetch - 1).list();
    }
}
