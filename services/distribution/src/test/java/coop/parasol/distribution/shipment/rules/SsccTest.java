package coop.parasol.distribution.shipment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.Gs1;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every shipping unit has a code of its own, by the GS1 General Specifications. */
class SsccTest {

    /** The example of the GS1 General Specifications, 7.9.1. */
    @Test
    void the_check_digit_is_that_of_the_specification() {
        assertThat(Gs1.checkDigit("37610425002123456")).isEqualTo(9);
    }

    @Test
    void each_serial_gives_eighteen_other_digits_with_a_right_check_digit() {
        Set<String> seen = new HashSet<>();
        for (long serial = 1; serial <= 5000; serial++) {
            String code = Sscc.of("8901234", serial);

            assertThat(code).matches("\\d{18}");
            assertThat(Gs1.checkDigit(code.substring(0, 17))).isEqualTo(code.charAt(17) - '0');
            assertThat(seen.add(code)).isTrue();
        }
    }

    @Test
    void the_extension_digit_counts_on_and_then_they_are_used_up() {
        assertThat(Sscc.of("8901234567", 1_000_000)).startsWith("18901234567");
        assertThrows(IllegalArgumentException.class, () -> Sscc.of("8901234567", 10_000_000));
        assertThrows(IllegalArgumentException.class, () -> Sscc.of("12", 1));
    }

    @Test
    void a_code_tells_its_serial_again() {
        for (long serial : new long[] {1, 42, 999_999_999L, 1_000_000_000L, 9_999_999_999L}) {
            assertThat(Sscc.serial("8901234", Sscc.of("8901234", serial))).isEqualTo(serial);
        }
    }
}
