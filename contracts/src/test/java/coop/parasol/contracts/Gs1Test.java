package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1Test {

    @Test
    void the_check_digit_of_the_specifications_example() {
        assertThat(Gs1.checkDigit("37610425002123456")).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"96385074", "036000291452", "4006381333931", "10614141000415"})
    void gtins_of_every_length_are_known_by_their_check_digit(String gtin) {
        assertThat(Gs1.isGtin(gtin)).isTrue();
        char other = gtin.endsWith("0") ? '1' : '0';
        assertThat(Gs1.isGtin(
                        gtin.substring(0, gtin.length() - 1) + (gtin.endsWith(String.valueOf(other)) ? '2' : other)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4006381333", "400638133393x", "٤٠٠٦٣٨١٣٣٣٩٣١"})
    void anything_else_is_none(String text) {
        assertThat(Gs1.isGtin(text)).isFalse();
    }

    @Test
    void a_body_of_anything_but_digits_is_a_bug() {
        assertThatThrownBy(() -> Gs1.checkDigit("12a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_gtin_has_one_stored_form_however_many_digits_are_printed() {
        for (String printed : new String[] {"036000291452", "0036000291452", "00036000291452"}) {
            assertThat(Gs1.gtin14(printed)).contains("00036000291452");
        }
        assertThat(Gs1.gtin14("96385074")).contains("00000096385074");
        assertThat(Gs1.gtin14("10614141000415")).contains("10614141000415");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000",
                "000000000000",
                "0000000000000",
                "234567890123",
                "044567890123",
                "977234567800",
                "990123456789"
            })
    void numbers_that_are_not_of_trade_items_are_refused(String body) {
        assertThat(Gs1.gtin14(body + Gs1.checkDigit(body))).isEmpty();
        assertThat(Gs1.gtin14("4006381333932")).as("wrong check digit").isEmpty();
    }
}
