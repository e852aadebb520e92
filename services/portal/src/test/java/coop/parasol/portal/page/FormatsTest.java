package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.00|INR|₹0.00",
                "999.50|INR|₹999.50",
                "1000.00|INR|₹1,000.00",
                "100000.00|INR|₹1,00,000.00",
                "1234567.89|INR|₹12,34,567.89",
                "123456789.00|INR|₹12,34,56,789.00",
                "-55500.00|INR|−₹55,500.00",
                "1234567.89|GBP|£1,234,567.89"
            })
    void amounts_have_their_currency_and_grouped_digits(String amount, String currency, String text) {
        assertThat(Formats.text(Money.of(amount, currency))).isEqualTo(text);
    }

    @Test
    void a_currency_without_decimals_has_none() {
        assertThat(Formats.text(Money.of("1234567", "JPY")))
                .endsWith("1,234,567")
                .doesNotContain(".");
    }

    @Test
    void a_currency_that_is_written_in_letters_stands_apart() {
        assertThat(Formats.text(Money.of("12.345", "KWD"))).isEqualTo("KWD 12.345");
    }

    @Test
    void quantities_have_the_unit_that_people_know_and_pieces_have_none() {
        assertThat(Formats.text(Quantity.of("12.5", "KGM"))).isEqualTo("12.5 kg");
        assertThat(Formats.text(Quantity.of("1200", "C62"))).isEqualTo("1,200");
        assertThat(Formats.text(Quantity.of("3", "PR"))).isEqualTo("3 pairs");
    }

    @Test
    void a_week_says_when_it_begins() {
        assertThat(Formats.text(Period.of(LocalDate.of(2026, 11, 29)))).isEqualTo("Week 48 (from 23 Nov 2026)");
    }

    @Test
    void a_code_reads_as_words() {
        assertThat(Formats.words("PENDING_APPROVAL")).isEqualTo("Pending approval");
    }
}
