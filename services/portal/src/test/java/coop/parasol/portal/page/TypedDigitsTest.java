package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void forms_and_lines_of_a_spreadsheet_have_latin_digits() {
        assertThat(FormFields.empty().with("quantity", " १२ ").text("quantity")).isEqualTo("12");
        assertThat(SpreadsheetLine.cells("साड़ी\t१२", '\t')).containsExactly("साड़ी", "12");
    }
}
