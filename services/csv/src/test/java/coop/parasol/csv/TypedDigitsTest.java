package coop.parasol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDigitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "१२३४.५०|1234.50",
                "૧૨૩૪.૫૦|1234.50",
                "１２３４．５０|1234.50",
                "−१२|-12",
                "१,२०,०००|1,20,000",
                "२०२६-११-२९|2026-11-29",
                "१२००.०० INR|1200.00 INR",
                "１２　ｋｇ|12 kg",
                "1234.50|1234.50"
            })
    void numbers_and_days_are_read_in_the_digits_of_any_script(String typed, String latin) {
        assertThat(TypedDigits.latin(typed)).isEqualTo(latin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"मकान १२, सूरत", "東京都港区１−２−３ビル", "ग्राम", "Zoë 1", ""})
    void other_texts_keep_their_digits(String typed) {
        assertThat(TypedDigits.latin(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000|1000",
                "12,34,567.50|1234567.50",
                "1,234,567|1234567",
                "₹55,500.00|55500.00",
                "-₹1,000|-1000",
                "१,२०,०००|120000",
                "１，２００|1200",
                "1 000|1000",
                "12,5|12,5",
                "1,00|1,00",
                "101,102,10|101,102,10",
                "abc|abc",
                "1e3|1e3"
            })
    void quantities_and_amounts_may_be_grouped_as_pages_group_them(String typed, String number) {
        assertThat(TypedDigits.number(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"−1,5|-1.5", "500,5|500.5", "1,200|1200", "१२.५|12.5", "+3|3", "95,|", "1e3|", "long|"})
    void measured_values_may_have_a_decimal_comma(String typed, @Nullable BigDecimal number) {
        assertThat(TypedNumber.of(typed)).isEqualTo(number);
    }

    @Test
    void lines_of_a_spreadsheet_have_latin_digits() {
        assertThat(SpreadsheetLine.cells("साड़ी\t१२", '\t')).containsExactly("साड़ी", "12");
    }
}
