package coop.parasol.production.product;

import coop.parasol.contracts.Quantity;
import coop.parasol.production.product.rules.ProductQuantity;
import coop.parasol.web.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A product of the brand, as its latest published standard describes it. */
@Entity
public class Product extends PanacheEntityBase {

    @Id
    public String code;

    public String name;

    /** UN/CEFACT Recommendation 20 code in which the product is counted */
    public String unit;

    /** absent where the goods do not age */
    public @Nullable Integer shelfLifeDays;

    public int standardVersion;

    /**
     * Why a quantity cannot be one of the product; empty if it can.
     *
     * @return {@code unknown-product} or {@code wrong-unit}
     */
    public static Optional<Refusal> refusal(String code, Quantity quantity) {
        Product product = findById(code);
        String unit = product == null ? null : product.unit;
        return switch (ProductQuantity.of(unit, quantity)) {
            case POSSIBLE -> Optional.empty();
            case UNKNOWN_PRODUCT ->
                Optional.of(new Refusal.InvalidField(
                        "product", "unknown-product", "No standard is published for " + code + "."));
            case WRONG_UNIT ->
                Optional.of(
                        new Refusal.InvalidField("quantity.unit", "wrong-unit", code + " is counted in " + unit + "."));
        };
    }

    /** The shelf life of a known product in days; null where the goods do not age. */
    public static @Nullable Integer shelfLifeDays(String code) {
        return Product.<Product>findByIdOptional(code).orElseThrow().shelfLifeDays;
    }
}
