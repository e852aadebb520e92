package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hi-IN,hi;q=0.9,en;q=0.8|HINDI",
                "gu|GUJARATI",
                "fr-FR,fr;q=0.9,ja;q=0.5,en;q=0.4|JAPANESE",
                "en;q=0.3,zh-Hans-CN;q=0.7|CHINESE",
                "zh-TW|CHINESE",
                "en-GB,hi|ENGLISH",
                "hi;q=0,gu;q=0.1|GUJARATI"
            })
    void a_browser_gets_the_first_language_that_it_asks_for_and_the_portal_has(String header, Language language) {
        assertThat(Language.accepted(header)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "*", "hi;q=many", ";;;"})
    void a_browser_that_asks_for_none_of_them_or_says_nonsense_gets_none(String header) {
        assertThat(Language.accepted(header)).isEmpty();
    }

    @Test
    void a_language_is_known_by_its_code_and_by_longer_tags() {
        assertThat(Language.of("zh-CN")).contains(Language.CHINESE);
        assertThat(Language.of("zh_CN")).contains(Language.CHINESE);
        assertThat(Language.of("GU")).contains(Language.GUJARATI);
        assertThat(Language.of("guj")).isEmpty();
        assertThat(Language.of(null)).isEmpty();
    }

    @Test
    void pages_in_simplified_chinese_say_the_script() {
        assertThat(Language.CHINESE.tag()).isEqualTo("zh-Hans");
        assertThat(Language.CHINESE.keycloakTag()).isEqualTo("zh-CN");
    }
}
