package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities have a unit of UN/CEFACT Recommendation 20 and its number of decimals (rules of the firm, 0). */
class QuantityTest {

    @ParameterizedTest
    @ValueSource(strings = {"C62", "H87", "EA", "SET", "PR"})
    void pieces_sets_and_pairs_are_whole(String unit) {
        assertThat(Quantity.of("3.0", unit).text()).isEqualTo("3");
        assertThatThrownBy(() -> Quantity.of("0.5", unit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(unit);
    }

    @Test
    void what_is_measured_has_six_decimals() {
        assertThat(Quantity.of("0.000001", "KGM").text()).isEqualTo("0.000001");
        assertThatThrownBy(() -> Quantity.of("0.0000001", "KGM")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Quantity.of("1.5", "MIL").text()).as("1,500 pieces").isEqualTo("1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KG", "kgm", "XYZ", "C 62", "999"})
    void a_unit_that_is_not_in_the_recommendation_is_refused(String unit) {
        assertThatThrownBy(() -> Quantity.of("1", unit)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e3", "+1", "1.", ".5", "\u0663", "", "1,5", "1000000000000"})
    void a_value_is_a_plain_decimal(String value) {
        assertThatThrownBy(() -> Quantity.of(value, "KGM")).isInstanceOf(IllegalArgumentException.class);
    }
}
