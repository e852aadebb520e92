package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In which languages people are written to. */
class MailLanguageTest {

    @ParameterizedTest
    @EnumSource
    void a_language_is_found_by_its_tag(MailLanguage language) {
        assertThat(MailLanguage.of(language.tag())).contains(language);
    }

    @Test
    void a_region_or_a_script_makes_no_difference() {
        assertThat(MailLanguage.of("gu-IN")).contains(MailLanguage.GUJARATI);
        assertThat(MailLanguage.of(" ZH_Hans ")).contains(MailLanguage.CHINESE);
    }

    @Test
    void another_language_is_none() {
        assertThat(MailLanguage.of("fr")).isEmpty();
        assertThat(MailLanguage.of("")).isEmpty();
        assertThat(MailLanguage.of(null)).isEmpty();
    }
}
