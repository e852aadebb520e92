package coop.parasol.firm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units as people read them. */
class UnitWordsTest {

    @ParameterizedTest
    @CsvSource({
        "en, 1, C62, 1 piece",
        "en, 0, C62, 0 pieces",
        "en, 1.000, KGM, 1 kg",
        "en, 2.500, KGM, 2.5 kg",
        "en, 0, PR, 0 pairs",
        "hi, 0.5, HUR, 0.5 घंटा",
        "hi, 0, PR, 0 जोड़ी",
        "gu, 1, C62, 1 નંગ",
        "gu, 2.5, KGM, 2.5 કિ.ગ્રા.",
        "gu, 40, SET, 40 સેટ",
        "ja, 1, C62, 1個",
        "zh, 1, PR, 1 双",
        "de, 1, SET, 1 Satz",
        "fr, 0, C62, 0 pièce"
    })
    void a_quantity_has_its_unit_in_words(String language, BigDecimal value, String unit, String expected) {
        String number = value.stripTrailingZeros().toPlainString();

        assertThat(new UnitWords(language).quantity(value, number, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C62", "H87", "EA"})
    void one_piece_and_each_are_pieces(String unit) {
        assertThat(UnitWords.arePieces(unit)).isTrue();
        assertThat(new UnitWords("en").name(unit)).isEqualTo("pieces");
        assertThat(new UnitWords("gu").name(unit)).isEqualTo("નંગ");
    }

    @Test
    void what_is_weighed_or_has_parts_is_no_piece() {
        assertThat(UnitWords.arePieces("KGM")).isFalse();
        assertThat(UnitWords.arePieces("SET")).isFalse();
    }

    @Test
    void a_unit_without_words_is_named_by_its_code() {
        UnitWords words = new UnitWords("gu");

        assertThat(words.quantity(BigDecimal.TWO, "2", "ACR")).isEqualTo("2 ACR");
        assertThat(words.name("ACR")).isEqualTo("ACR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "gu", "ja", "zh", "de", "fr"})
    void every_language_has_every_unit_and_no_english_singular(String language) {
        ResourceBundle words = units(Locale.of(language));

        assertThat(words.keySet()).containsAll(units(Locale.ROOT).keySet());
        assertThat(units(Locale.ROOT).keySet())
                .filteredOn(key -> key.endsWith(".one"))
                .allSatisfy(key -> assertThat(words.getString(key))
                        .isNotEqualTo(units(Locale.ROOT).getString(key)));
        assertThat(words.keySet())
                .allSatisfy(key -> assertThat(words.getString(key)).contains("{number}"));
    }

    private static ResourceBundle units(Locale language) {
        return ResourceBundle.getBundle(
                "coop.parasol.firm.units", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
