package coop.parasol.portal.production;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.Language;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a producer is inspected more or less severely. */
@QuarkusTest
class SwitchingReasonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 of the last 3 lots in a row were rejected",
                "the switching score has reached 31",
                "corrective action accepted",
                "5 lots in a row were accepted on tightened inspection",
                "5 lots were rejected on tightened inspection",
                "a lot was rejected on reduced inspection",
                "a lot on reduced inspection had more defects than accepted, fewer than rejected"
            })
    void what_quality_says_is_said_in_the_language_of_the_reader(String said) {
        for (Language language : Language.values()) {
            String sentence = language.write(() -> SwitchingReason.of(said));
            assertThat(sentence).as(language.tag()).isNotBlank().isNotEqualTo(said);
            if (language != Language.ENGLISH) {
                assertThat(sentence).doesNotContainPattern("[a-z]{3}");
            }
        }
        assertThat(Language.GUJARATI.write(() -> SwitchingReason.of("2 of the last 3 lots in a row were rejected")))
                .isEqualTo("છેલ્લા સળંગ 3 લૉટમાંથી 2 નાપાસ થયા.");
    }

    @Test
    void what_a_desk_has_written_stays() {
        assertThat(SwitchingReason.of("Complaints about cracks")).isEqualTo("Complaints about cracks");
    }

    @Test
    void a_class_of_defects_is_a_cause_by_its_name_and_a_characteristic_by_its_own() {
        assertThat(Language.GUJARATI.write(() -> new QualityRecordClient.Cause("MAJOR", 1, 3).name()))
                .isEqualTo("ગંભીર");
        assertThat(new QualityRecordClient.Cause("crack", 1, 3).name()).isEqualTo("crack");
    }
}
