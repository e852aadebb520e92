package coop.parasol.pricing.pricelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A line of a price list: how many units of the first grade a unit of this grade counts for in a pool. */
@Entity
@IdClass(GradeDifferential.Key.class)
public class GradeDifferential extends PanacheEntityBase {

    /** A differential is known by its list and its line there, from 0 on. */
    public record Key(UUID priceListId, int line) implements Serializable {}

    @Id
    public UUID priceListId;

    @Id
    public int line;

    public String product;
    public String grade;
    public BigDecimal factor;

    /** The differentials of a list, in the order of its lines. */
    static List<GradeDifferential> ofList(UUID priceListId) {
        return list("priceListId = ?1 order by line", priceListId);
    }
}
