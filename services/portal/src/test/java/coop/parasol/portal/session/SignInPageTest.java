package coop.parasol.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPageTest {

    @ParameterizedTest
    @CsvSource({
        "/home, true",
        "/batches?after=1, true",
        "//example.org, false",
        "/\\example.org, false",
        "https://example.org/, false",
        "javascript:alert(1), false",
        "home, false"
    })
    void only_a_path_of_the_portal_is_gone_to(String to, boolean own) {
        assertThat(SignInPage.isOwnPath(to)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({"9", "10", "13"})
    void a_path_with_a_control_character_is_none(int character) {
        assertThat(SignInPage.isOwnPath("/" + (char) character + "/example.org"))
                .isFalse();
    }
}
