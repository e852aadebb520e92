package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a lot was rejected or scrapped, by what has decided it. */
@QuarkusTest
class RejectionReasonTest {

    private static final RejectedClass MAJOR = new RejectedClass(DefectClass.MAJOR, 3, 80, 2, false);
    private static final RejectedClass MINOR = new RejectedClass(DefectClass.MINOR, 40, 80, 21, true);
    private static final RejectionReason SORTED = new RejectionReason(
            "SORTED", null, new RejectionReason.Sorted(new BigDecimal(32), new BigDecimal(8), "C62", "A-7/S"));

    @Test
    void the_reason_is_said_in_the_language_of_the_reader() {
        assertThat(in(Language.ENGLISH, rejected(MAJOR)))
                .isEqualTo("Major: 3 nonconforming of 80 inspected units; at most 2 accepted.");
        assertThat(in(Language.GUJARATI, rejected(MAJOR)))
                .isEqualTo("ગંભીર: તપાસેલા 80 નંગમાંથી 3 ખામીવાળા; વધુમાં વધુ 2 ચાલે.");
        assertThat(in(Language.ENGLISH, rejected(MINOR)))
                .isEqualTo("Minor: 40 defects in 80 inspected units; at most 21 accepted.");
        assertThat(in(Language.ENGLISH, rejected(MAJOR, MINOR)))
                .startsWith("Major: 3")
                .endsWith("at most 21 accepted.");
    }

    @ParameterizedTest
    @EnumSource
    void a_sorted_lot_says_where_its_good_part_is(Language language) {
        assertThat(in(language, SORTED)).contains("32", "A-7/S", "8");
        assertThat(in(language, new RejectionReason("USED_UP", null, null)))
                .isNotBlank()
                .isNotEqualTo("in quality's words");
    }

    @Test
    void what_a_person_has_written_stays() {
        assertThat(in(Language.GUJARATI, null)).isEqualTo("in quality's words");
        assertThat(RejectionReason.of(null, null)).isNull();
    }

    @Test
    void a_code_that_is_not_known_yet_is_said_in_the_words_of_quality() {
        assertThat(in(Language.GUJARATI, new RejectionReason("STOLEN", null, null)))
                .isEqualTo("in quality's words");
    }

    private static RejectionReason rejected(RejectedClass... classes) {
        return new RejectionReason("REJECTED_BY_PLANS", List.of(classes), null);
    }

    private static String in(Language language, @Nullable RejectionReason why) {
        return language.write(() -> String.valueOf(RejectionReason.of("in quality's words", why)));
    }
}
