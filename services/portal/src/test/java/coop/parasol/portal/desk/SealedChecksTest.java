package coop.parasol.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a browser keeps of a check is read by the portal alone, for the person and the page that it is of. */
class SealedChecksTest {

    private static final UUID PAGE = UUID.randomUUID();
    private static final String TEXT = "{\"title\": \"किरण पॉटरी\"}";

    private final SealedChecks seals = seals("the secret of all instances");

    private static SealedChecks seals(String secret) {
        return new SealedChecks(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void every_instance_with_the_secret_reads_what_was_sealed() {
        String sealed = seals.seal(TEXT, "rekha", PAGE);

        assertThat(seals("the secret of all instances").open(sealed, "rekha", PAGE))
                .contains(TEXT);
        assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("title");
        assertThat(seals.seal(TEXT, "rekha", PAGE)).isNotEqualTo(sealed);
    }

    @Test
    void it_is_nothing_to_another_person_on_another_page_or_with_another_secret() {
        String sealed = seals.seal(TEXT, "rekha", PAGE);

        assertThat(seals.open(sealed, "tara", PAGE)).isEmpty();
        assertThat(seals.open(sealed, "rekha", UUID.randomUUID())).isEmpty();
        assertThat(seals("another").open(sealed, "rekha", PAGE)).isEmpty();
    }

    @Test
    void what_was_changed_by_a_bit_is_nothing() {
        byte[] sealed = Base64.getUrlDecoder().decode(seals.seal(TEXT, "rekha", PAGE));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;

            assertThat(seals.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), "rekha", PAGE))
                    .as("byte " + i)
                    .isEmpty();
        }
        assertThat(seals.open("", "rekha", PAGE)).isEmpty();
        assertThat(seals.open("no base64!", "rekha", PAGE)).isEmpty();
        assertThat(seals.open("AAAA", "rekha", PAGE)).isEmpty();
    }

    @Test
    void a_long_text_takes_less_than_it_has() {
        String lines = "quantity=120&unit=C62&product=LAMP ".repeat(200);

        assertThat(seals.seal(lines, "rekha", PAGE)).hasSizeLessThan(lines.length() / 4);
    }
}
