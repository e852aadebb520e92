package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which version a caller expects, RFC 9110 section 13.1.1. */
class ETagsTest {

    @Test
    void any_version_will_do_without_if_match_or_with_an_asterisk() {
        assertThat(ETags.expectedVersion(null)).isNull();
        assertThat(ETags.expectedVersion("*")).isNull();
    }

    @Test
    void a_quoted_number_is_the_version() {
        assertThat(ETags.expectedVersion("\"0\"")).isZero();
        assertThat(ETags.expectedVersion("\"17\"")).isEqualTo(17);
    }

    @Test
    void anything_else_names_a_version_that_nothing_has() {
        for (String ifMatch :
                new String[] {"", "17", "\"\"", "\"017\"", "W/\"17\"", "\"-1\"", "\"99999999999999999999\""}) {
            assertThat(ETags.expectedVersion(ifMatch)).as(ifMatch).isEqualTo(ETags.NO_VERSION);
        }
    }
}
