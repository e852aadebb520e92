package coop.parasol.production.product.rules;

import coop.parasol.contracts.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether a quantity can be one of a product: in the unit of its standard. */
public enum ProductQuantity {
    POSSIBLE,

    /** No standard is published for the product. */
    UNKNOWN_PRODUCT,

    /** The product is counted in another unit. */
    WRONG_UNIT;

    /** @param unit of the product's standard, UN/CEFACT Recommendation 20; null where none is published */
    public static ProductQuantity of(@Nullable String unit, Quantity quantity) {
        if (unit == null) {
            return UNKNOWN_PRODUCT;
        }
        return unit.equals(quantity.unit()) ? POSSIBLE : WRONG_UNIT;
    }
}
