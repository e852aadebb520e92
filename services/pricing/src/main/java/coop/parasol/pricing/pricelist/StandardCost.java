package coop.parasol.pricing.pricelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A line of a price list: what a unit of a grade costs by standard, below which no price may be without a reason. */
@Entity
@Table(name = "standard_cost_line")
@IdClass(StandardCost.Key.class)
public class StandardCost extends PanacheEntityBase {

    /** A standard cost is known by its list and its line there, from 0 on. */
    public record Key(UUID priceListId, int line) implements Serializable {}

    @Id
    public UUID priceListId;

    @Id
    public int line;

    public String product;
    public String grade;

    /** minor units of the firm's currency for {@link #priceBase} units */
    public BigDecimal unitCost;

    /** 1, 100 or 1,000 */
    public int priceBase;

    /** The standard costs of a list, in the order of its lines. */
    static List<StandardCost> ofList(UUID priceListId) {
        return list("priceListId = ?1 order by line", priceListId);
    }
}
