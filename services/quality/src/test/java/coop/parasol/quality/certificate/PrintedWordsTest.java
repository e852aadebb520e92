package coop.parasol.quality.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are printed in the reader's language. */
class PrintedWordsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "gu, gu",
                "'de, gu-IN;q=0.8, en;q=0.5', gu",
                "zh-Hans, zh",
                "'hi;q=0, ja', ja",
                "fr, en",
                "*, en",
                "none, en",
                "';;;', en"
            })
    void the_first_language_that_is_accepted_and_known_is_taken_else_english(String accepted, String language) {
        assertThat(PrintedWords.accepted(accepted).language()).isEqualTo(language);
    }

    @Test
    void every_language_has_every_word() {
        for (String language : new String[] {"hi", "gu", "ja", "zh"}) {
            PrintedWords words = PrintedWords.accepted(language);
            PrintedWords.english()
                    .texts()
                    .forEach((key, english) -> assertThat(words.texts().get(key))
                            .as(language + " " + key)
                            .isNotEqualTo(english));
        }
    }

    @Test
    void no_word_has_the_name_of_what_a_map_answers_in_templates() {
        assertThat(PrintedWords.english().texts())
                .doesNotContainKeys("values", "keys", "size", "empty", "entrySet", "keySet", "get");
    }

    @Test
    void a_quantity_has_its_unit_in_words() {
        PrintedWords words = PrintedWords.accepted("gu");

        assertThat(words.quantity(new BigDecimal("40.0"), "EA")).isEqualTo("40 નંગ");
        assertThat(words.quantity(new BigDecimal("2.5"), "KGM")).isEqualTo("2.5 કિ.ગ્રા.");
        assertThat(words.quantity(BigDecimal.ONE, "XYZ")).isEqualTo("1 XYZ");
    }
}
