package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageFormatsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    @ParameterizedTest
    @EnumSource
    void rupees_are_grouped_in_lakh_with_latin_digits(Language language) {
        assertThat(LanguageFormats.of(language).text(Money.of("1234567.89", "INR")))
                .isEqualTo("₹12,34,567.89");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH|29 Nov 2026|29 Nov 2026, 09:05|Week 48 (from 23 Nov 2026)",
                "JAPANESE|2026年11月29日|2026年11月29日 09:05|第48週（2026年11月23日から）",
                "CHINESE|2026年11月29日|2026年11月29日 09:05|第48周（2026年11月23日起）",
                "HINDI|29 नव॰ 2026|29 नव॰ 2026, 09:05|सप्ताह 48 (23 नव॰ 2026 से)",
                "GUJARATI|29 નવે, 2026|29 નવે, 2026, 09:05|અઠવાડિયું 48 (23 નવે, 2026 થી)"
            })
    void days_moments_and_weeks_are_written_as_the_language_does(
            Language language, String day, String moment, String week) {
        LanguageFormats formats = LanguageFormats.of(language);

        assertThat(formats.text(DAY)).isEqualTo(day);
        assertThat(formats.text(DAY.atTime(9, 5).atZone(ZoneOffset.UTC))).isEqualTo(moment);
        assertThat(formats.text(Period.of(DAY))).isEqualTo(week);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ENGLISH|0 pairs|1 pair|2 pairs", "HINDI|0 जोड़ी|1 जोड़ी|2 जोड़ी", "JAPANESE|0 組|1 組|2 組"})
    void counted_units_have_the_number_of_the_language(Language language, String none, String one, String two) {
        LanguageFormats formats = LanguageFormats.of(language);

        assertThat(formats.text(Quantity.of("0", "PR"))).isEqualTo(none);
        assertThat(formats.text(Quantity.of("1", "PR"))).isEqualTo(one);
        assertThat(formats.text(Quantity.of("2", "PR"))).isEqualTo(two);
    }

    @Test
    void states_have_words_in_the_language_and_unknown_codes_their_name() {
        assertThat(LanguageFormats.of(Language.HINDI).words("CERTIFIED")).isEqualTo("प्रमाणित");
        assertThat(LanguageFormats.of(Language.JAPANESE).words("CERTIFIED")).isEqualTo("認証済み");
        assertThat(LanguageFormats.of(Language.ENGLISH).words("PENDING_APPROVAL"))
                .isEqualTo("Pending approval");
        assertThat(LanguageFormats.of(Language.ENGLISH).words("productName")).isEqualTo("Product name");
        assertThat(LanguageFormats.of(Language.CHINESE).words("NEW_STATE")).isEqualTo("New state");
    }

    @Test
    void lists_have_the_comma_of_the_language() {
        assertThat(LanguageFormats.of(Language.ENGLISH).listed(List.of("A", "B")))
                .isEqualTo("A, B");
        assertThat(LanguageFormats.of(Language.JAPANESE).listed(List.of("A", "B")))
                .isEqualTo("A、B");
    }

    @ParameterizedTest
    @CsvSource({"GUJARATI, '1,20,000'", "HINDI, '1,20,000'", "ENGLISH, '120,000'", "JAPANESE, '120,000'"})
    void quantities_are_grouped_as_the_language_reads_them(Language language, String expected) {
        assertThat(LanguageFormats.of(language).text(Quantity.of("120000", "C62")))
                .isEqualTo(expected);
    }

    @Test
    void an_open_commitment_and_an_open_payable_have_words_of_their_own() {
        LanguageFormats gujarati = LanguageFormats.of(Language.GUJARATI);

        assertThat(gujarati.words("OPEN", "CommitmentState")).isEqualTo("ચાલુ");
        assertThat(gujarati.words("OPEN", "PayableState")).isEqualTo("ચૂકવવાનું બાકી");
        assertThat(LanguageFormats.of(Language.JAPANESE).words("OPEN", "PayableState"))
                .isEqualTo("未払い");
    }
}
