package coop.parasol.production.product.rules;

import coop.parasol.contracts.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether a quantity can be one of a product: in the unit of its standard, and whole where the unit is counted whole. */
public enum ProductQuantity {
    POSSIBLE,

    /** No standard is published for the product. */
    UNKNOWN_PRODUCT,

    /** The product is counted in another unit. */
    WRONG_UNIT,

    /** Pieces, sets and pairs are whole. */
    NOT_WHOLE;

    /** @param unit of the product's standard, UN/CEFACT Recommendation 20; null where none is published */
    public static ProductQuantity of(@Nullable String unit, Quantity quantity) {
        if (unit == null) {
            return UNKNOWN_PRODUCT;
        }
        if (!unit.equals(quantity.unit())) {
            return WRONG_UNIT;
        }
        return quantity.isCountable() ? POSSIBLE : NOT_WHOLE;
    }
}
