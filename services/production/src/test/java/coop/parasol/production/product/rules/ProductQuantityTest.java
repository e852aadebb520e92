package coop.parasol.production.product.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Quantity;
import org.junit.jupiter.api.Test;

/** A quantity is in the unit of the product's standard. */
class ProductQuantityTest {

    @Test
    void a_product_without_a_standard_has_no_quantity() {
        assertThat(ProductQuantity.of(null, Quantity.of(1, "C62"))).isEqualTo(ProductQuantity.UNKNOWN_PRODUCT);
    }

    @Test
    void a_quantity_in_another_unit_is_none_of_the_product() {
        assertThat(ProductQuantity.of("C62", Quantity.of(1, "KGM"))).isEqualTo(ProductQuantity.WRONG_UNIT);
    }

    @Test
    void a_quantity_in_the_unit_of_the_standard_is_one_of_the_product() {
        assertThat(ProductQuantity.of("C62", Quantity.of("2", "C62"))).isEqualTo(ProductQuantity.POSSIBLE);
        assertThat(ProductQuantity.of("KGM", Quantity.of("1.5", "KGM"))).isEqualTo(ProductQuantity.POSSIBLE);
    }
}
