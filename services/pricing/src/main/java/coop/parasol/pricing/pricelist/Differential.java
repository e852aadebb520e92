package coop.parasol.pricing.pricelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What a unit of a grade counts for in a pool, one for the first grade. */
@Entity
@IdClass(Differential.Key.class)
public class Differential extends PanacheEntityBase {

    /** Its place in its list. */
    public record Key(UUID priceListId, int line) implements Serializable {}

    @Id
    public UUID priceListId;

    @Id
    public int line;

    public String product;
    public String grade;
    public BigDecimal factor;

    static List<Differential> of(UUID priceListId) {
        return list("priceListId = ?1 order by line", priceListId);
    }
}
