package coop.parasol.quality.certificate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Units as people read them. */
class UnitNameTest {

    @Test
    void one_is_named_in_the_singular_and_anything_else_in_the_plural() {
        assertThat(UnitName.of(new BigDecimal("1"), "C62")).isEqualTo("1 piece");
        assertThat(UnitName.of(new BigDecimal("1.000"), "KGM")).isEqualTo("1 kilogram");
        assertThat(UnitName.of(new BigDecimal("2.500"), "KGM")).isEqualTo("2.5 kilograms");
        assertThat(UnitName.of(new BigDecimal("0"), "PR")).isEqualTo("0 pairs");
        assertThat(UnitName.plural("MMT")).isEqualTo("millimetres");
    }

    @Test
    void large_numbers_are_written_out() {
        assertThat(UnitName.of(new BigDecimal("1E+6"), "C62")).isEqualTo("1000000 pieces");
    }

    @Test
    void a_unit_without_a_name_is_shown_by_its_code() {
        assertThat(UnitName.of(new BigDecimal("1"), "HUR")).isEqualTo("1 HUR");
        assertThat(UnitName.plural("HUR")).isEqualTo("HUR");
    }
}
