package coop.parasol.firm;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.firm.rules.TaxNumberCheck;
import coop.parasol.firm.rules.TaxNumberFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A tax number is checked by its country's pattern, and its check digit where the country has published one. */
class TaxNumbersTest {

    @Test
    void every_example_of_the_table_is_accepted_and_every_check_has_a_country() {
        for (TaxNumberFormat format : TaxNumbers.all()) {
            assertThat(format.accepts(format.example())).as(format.toString()).isTrue();
        }
        assertThat(TaxNumbers.all().stream().map(TaxNumberFormat::check).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(TaxNumberCheck.class));
    }

    @Test
    void one_wrong_digit_is_refused_wherever_there_is_a_check_digit() {
        for (TaxNumberFormat format : TaxNumbers.all()) {
            if (format.check() == TaxNumberCheck.NONE) {
                continue;
            }
            int last = format.example().length() - 1;
            for (int at = 0; at < last; at++) {
                char digit = format.example().charAt(at);
                if (Character.isDigit(digit)) {
                    char other = digit == '9' ? '8' : (char) (digit + 1);
                    String wrong = format.example().substring(0, at)
                            + other
                            + format.example().substring(at + 1);
                    assertThat(format.accepts(wrong)).as(wrong).isFalse();
                }
            }
        }
    }

    @Test
    void a_gstin_is_checked_by_its_last_character_over_base_36() {
        TaxNumberFormat gstin = TaxNumbers.of("IN").orElseThrow();

        assertThat(gstin.accepts("29AAGCB7383J1Z4")).isTrue();
        assertThat(gstin.accepts("29AAGCB7383J1Z5")).isFalse();
        assertThat(gstin.accepts("29AAGCB7383J1Y4")).isFalse();
        assertThat(gstin.accepts("29AAGCB7383J1Z")).isFalse();
    }

    @Test
    void a_japanese_registration_number_is_t_and_a_corporate_number_whose_first_digit_checks_the_rest() {
        TaxNumberFormat japan = TaxNumbers.of("JP").orElseThrow();

        assertThat(japan.accepts("T7000012050002")).isTrue();
        assertThat(japan.accepts("7000012050002")).isFalse();
        assertThat(japan.accepts("T6000012050002")).isFalse();
    }

    @Test
    void blanks_hyphens_and_full_width_letters_are_no_part_of_a_number() {
        assertThat(TaxNumberFormat.normalize(" de 136.695-976 ")).isEqualTo("DE136695976");
        assertThat(TaxNumberFormat.normalize("Ｔ７０００012050002")).isEqualTo("T7000012050002");
    }

    @Test
    void all_member_states_of_the_union_are_in_the_table() {
        Set<String> countries =
                TaxNumbers.all().stream().map(TaxNumberFormat::country).collect(Collectors.toSet());

        assertThat(countries)
                .containsAll(Arrays.asList(
                        ("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO" + " SE SI SK IN JP")
                                .split(" ")));
    }
}
