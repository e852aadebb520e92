package coop.parasol.production.product;

import coop.parasol.contracts.Quantity;
import coop.parasol.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A product of the brand; its standard says the unit and how long it keeps. */
@Entity
public class Product extends PanacheEntityBase {

    @Id
    public String code;

    public String name;
    public String unit;
    public @Nullable Integer shelfLifeDays;
    public int version;

    /** 422 {@code unknown-product}, {@code wrong-unit} or {@code not-whole} unless the quantity is one of a product. */
    public static Product of(String code, Quantity quantity) {
        Product product = findById(code);
        if (product == null) {
            throw Problem.invalid("product", "unknown-product", "There is no standard for " + code + ".");
        }
        if (!product.unit.equals(quantity.unit())) {
            throw Problem.invalid("quantity.unit", "wrong-unit", code + " is counted in " + product.unit + ".");
        }
        if (!quantity.isCountable()) {
            throw Problem.invalid("quantity.value", "not-whole", code + " is counted in whole pieces.");
        }
        return product;
    }
}
