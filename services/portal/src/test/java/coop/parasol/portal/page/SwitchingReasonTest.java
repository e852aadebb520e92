package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.production.QualityRecordClient;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a producer is inspected more or less severely. */
@QuarkusTest
class SwitchingReasonTest {

    private static final String SAID = "in the words of quality";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REJECTED_IN_A_ROW",
                "SCORE_REACHED",
                "CORRECTIVE_ACTION_ACCEPTED",
                "ACCEPTED_ON_TIGHTENED",
                "REJECTED_ON_TIGHTENED",
                "REJECTED_ON_REDUCED",
                "IN_GAP_ON_REDUCED"
            })
    void what_quality_has_decided_is_said_in_the_language_of_the_reader(String code) {
        for (Language language : Language.values()) {
            String sentence = in(language, new SwitchingReason(code, 31, null));
            assertThat(sentence).as(language.tag()).isNotBlank().isNotEqualTo(SAID);
            if (language != Language.ENGLISH) {
                assertThat(sentence).doesNotContainPattern("[a-z]{3}");
            }
        }
    }

    @Test
    void the_number_of_the_reason_stands_in_the_sentence() {
        assertThat(in(Language.GUJARATI, new SwitchingReason("REJECTED_IN_A_ROW", 3, null)))
                .isEqualTo("છેલ્લા સળંગ 3 લૉટમાંથી 2 નાપાસ થયા.");
    }

    @Test
    void what_a_desk_has_written_stays_behind_who_has_written_it() {
        assertThat(in(Language.GUJARATI, new SwitchingReason("TIGHTENED_BY_DESK", null, "Complaints about cracks")))
                .endsWith("Complaints about cracks")
                .doesNotStartWith("Complaints");
        assertThat(in(Language.GUJARATI, new SwitchingReason("UNKNOWN", null, null)))
                .isEqualTo(SAID);
        assertThat(SwitchingReason.of(SAID, null)).isEqualTo(SAID);
        assertThat(SwitchingReason.of(null, null)).isEmpty();
    }

    @Test
    void a_class_of_defects_is_a_cause_by_its_name_and_a_characteristic_by_its_own() {
        assertThat(Language.GUJARATI.write(() -> new QualityRecordClient.Cause("MAJOR", 1, 3).name()))
                .isEqualTo("ગંભીર");
        assertThat(new QualityRecordClient.Cause("crack", 1, 3).name()).isEqualTo("crack");
    }

    private static String in(Language language, SwitchingReason why) {
        return language.write(() -> SwitchingReason.of(SAID, why));
    }
}
