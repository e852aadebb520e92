package coop.parasol.firm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are written as the readers of a language write them, rupees in lakh and crore in all. */
class AmountFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "hi", "gu", "ja", "zh"})
    void rupees_are_grouped_in_lakh_with_latin_digits_in_every_language_of_readers(String language) {
        assertThat(new AmountFormat(Locale.of(language)).text(Money.of("59714.28", "INR")))
                .isEqualTo("₹59,714.28");
        assertThat(new AmountFormat(Locale.of(language)).text(Money.of("-1234567.89", "INR")))
                .isEqualTo("−₹12,34,567.89");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|1234567.50|EUR|1.234.567,50 €",
                "de|-55.00|EUR|−55,00 €",
                "fr|1234567.50|EUR|1\u202f234\u202f567,50 €",
                "de|12345|JPY|12.345 ￥",
                "en|1234567.50|EUR|€1,234,567.50",
                "en|12.345|KWD|KWD 12.345"
            })
    void an_amount_has_its_currency_where_the_language_has_it(
            String language, String amount, String currency, String text) {
        assertThat(new AmountFormat(Locale.of(language)).text(Money.of(amount, currency)))
                .isEqualTo(text);
    }

    @Test
    void a_number_has_its_thousands_in_groups() {
        assertThat(new AmountFormat(Locale.GERMAN).text(new BigDecimal("12345.5")))
                .isEqualTo("12.345,5");
        assertThat(new AmountFormat(Locale.ENGLISH).text(new BigDecimal("-1000")))
                .isEqualTo("−1,000");
    }
}
