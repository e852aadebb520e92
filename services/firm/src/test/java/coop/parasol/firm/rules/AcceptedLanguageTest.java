package coop.parasol.firm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader's language, of those that there are. */
class AcceptedLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"hi-IN,hi;q=0.9,en;q=0.8|hi", "en;q=0.3,zh-Hans-CN;q=0.7|zh", "hi;q=0,gu;q=0.1|gu"})
    void the_first_that_is_asked_for_and_known_is_taken(String header, String language) {
        assertThat(AcceptedLanguage.first(header, AcceptedLanguageTest::known)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "*", "hi;q=many", ";;;"})
    void whoever_asks_for_none_of_them_or_says_nonsense_gets_none(String header) {
        assertThat(AcceptedLanguage.first(header, AcceptedLanguageTest::known)).isEmpty();
    }

    @Test
    void whoever_says_nothing_gets_none() {
        assertThat(AcceptedLanguage.first(null, AcceptedLanguageTest::known)).isEmpty();
    }

    private static Optional<String> known(String range) {
        return Optional.of(range.split("-", 2)[0]).filter(Set.of("hi", "gu", "zh")::contains);
    }
}
