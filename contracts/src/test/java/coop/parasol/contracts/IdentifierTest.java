package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An identifier is one however it is typed (rules of the firm, 0). */
class IdentifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"R-1", "r-1", " R-1 ", "R- 1", "R-1\u00a0", "\tR-1\n", "\uff32\uff0d\uff11", "r\u3000-1"})
    void spellings_of_one_identifier_are_equal(String text) {
        assertThat(Identifier.of(text)).isEqualTo(Identifier.of("R-1")).hasSameHashCodeAs(Identifier.of("R-1"));
        assertThat(Identifier.of(text).normal()).isEqualTo("R-1");
    }

    @Test
    void other_identifiers_are_not() {
        assertThat(Identifier.of("R--1")).isNotEqualTo(Identifier.of("R-1"));
        assertThat(Identifier.of("R-01")).isNotEqualTo(Identifier.of("R-1"));
    }

    @Test
    void it_is_shown_as_it_was_written() {
        assertThat(Identifier.of(" po  77/a\t").written()).isEqualTo("po 77/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "R\u20111",
                "R-1\u200b",
                "\u0131",
                "\u017f",
                "\ufb01",
                "R\u00e9",
                "R\u0000",
                "\u0660",
                "\ud83d\ude00"
            })
    void other_characters_than_those_of_ASCII_are_refused(String text) {
        assertThatThrownBy(() -> Identifier.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_registration_number_is_its_letters_and_digits() {
        assertThat(Identifier.of("L01631-kl-2010 ptc 987654").lettersAndDigits())
                .isEqualTo("L01631KL2010PTC987654");
    }

    @Test
    void an_account_number_is_read_as_it_is_copied() {
        assertThat(Identifier.compact("\ufeffnl91\u2011abna\u200b 0417-1643\u00a000\n"))
                .isEqualTo("NL91ABNA0417164300");
        assertThatThrownBy(() -> Identifier.compact("NL9\ufb01")).isInstanceOf(IllegalArgumentException.class);
    }
}
