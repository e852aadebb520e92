package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Why a lot was rejected, by the plan that has rejected it. */
@QuarkusTest
class RejectionReasonTest {

    private static final String MAJOR = "MAJOR: 3 defective in 80 units, at most 2 accepted";
    private static final String MINOR = "MINOR: 40 defects in 80 units, at most 21 accepted";

    @Test
    void the_reason_is_said_in_the_language_of_the_reader() {
        assertThat(in(Language.ENGLISH, MAJOR))
                .isEqualTo("Major: 3 nonconforming of 80 inspected units; at most 2 accepted.");
        assertThat(in(Language.GUJARATI, MAJOR)).isEqualTo("ગંભીર: તપાસેલા 80 નંગમાંથી 3 ખામીવાળા; વધુમાં વધુ 2 ચાલે.");
        assertThat(in(Language.ENGLISH, MINOR))
                .isEqualTo("Minor: 40 defects in 80 inspected units; at most 21 accepted.");
        assertThat(in(Language.ENGLISH, MAJOR + "; " + MINOR))
                .startsWith("Major: 3")
                .endsWith("at most 21 accepted.");
    }

    @Test
    void what_a_person_has_written_stays() {
        for (String written : new String[] {
            "Dropped by the carrier",
            "MAJOR: a crack was reported",
            MAJOR + "; and a crack",
            "Sorted: 7 go on; 2 are scrapped."
        }) {
            assertThat(in(Language.GUJARATI, written)).isEqualTo(written);
        }
        assertThat(RejectionReason.of(null)).isNull();
    }

    private static String in(Language language, String reason) {
        return language.write(() -> String.valueOf(RejectionReason.of(reason)));
    }
}
