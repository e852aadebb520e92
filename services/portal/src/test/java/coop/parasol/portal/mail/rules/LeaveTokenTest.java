package coop.parasol.portal.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Nobody but the portal makes a link by which somebody leaves. */
class LeaveTokenTest {

    private static final String SECRET = "known to the portal alone";
    private static final LeaveToken TOKEN = new LeaveToken("9b0d2c2e-1111-4222-8333-944455566677", "INSPECTION");

    @Test
    void a_token_says_who_leaves_and_of_what() {
        assertThat(LeaveToken.read(TOKEN.text(SECRET), SECRET)).contains(TOKEN);
    }

    @Test
    void a_token_of_another_secret_is_none() {
        assertThat(LeaveToken.read(TOKEN.text("guessed"), SECRET)).isEmpty();
    }

    @Test
    void a_token_that_was_changed_anywhere_is_none() {
        String text = TOKEN.text(SECRET);
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            // the last character of each part may have bits that say nothing
            assertThat(LeaveToken.read(changed, SECRET).filter(read -> !read.equals(TOKEN)))
                    .as(changed)
                    .isEmpty();
        }
    }

    @Test
    void the_code_of_one_person_is_not_that_of_another() {
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("another|INSPECTION".getBytes(StandardCharsets.UTF_8));
        String text = TOKEN.text(SECRET);

        assertThat(LeaveToken.read(other + text.substring(text.indexOf('.')), SECRET))
                .isEmpty();
    }

    @Test
    void what_is_no_token_is_none() {
        for (String text : new String[] {"", ".", "a", "a.b", "....", "|.|", "\u0000.\u0000", "é.é"}) {
            assertThat(LeaveToken.read(text, SECRET)).as(text).isEmpty();
        }
    }

    @Test
    void without_a_secret_no_token_is_made() {
        assertThatThrownBy(() -> TOKEN.text("")).isInstanceOf(IllegalStateException.class);
    }
}
