package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A link confirms one address of one application, and nobody makes one without the secret. */
class AddressConfirmationTest {

    private static final UUID APPLICATION = UUID.fromString("0198c000-0000-7000-8000-00000000c001");
    private static final String SECRET = "known to two";
    private static final String EMAIL = "asha@works.example";

    private final AddressConfirmation link =
            new AddressConfirmation(APPLICATION, Instant.parse("2026-12-01T00:00:00Z"));
    private final String token = link.token(EMAIL, SECRET);

    @Test
    void a_token_says_what_it_is_for_and_not_the_address() {
        assertThat(AddressConfirmation.parse(token)).contains(link);
        assertThat(token).matches("[A-Za-z0-9._-]{1,150}");
        assertThat(AddressConfirmation.isGenuine(token, "Asha@Works.Example", SECRET))
                .isTrue();
    }

    @Test
    void a_token_of_another_address_application_time_or_secret_is_refused() {
        assertThat(AddressConfirmation.isGenuine(token, "mala@works.example", SECRET))
                .isFalse();
        assertThat(AddressConfirmation.isGenuine(token, EMAIL, "guessed")).isFalse();
        String code = token.substring(token.indexOf('.'));
        String later = new AddressConfirmation(APPLICATION, link.validUntil().plusSeconds(1)).token(EMAIL, SECRET);
        String other = new AddressConfirmation(UUID.randomUUID(), link.validUntil()).token(EMAIL, SECRET);
        for (String forged : new String[] {later, other}) {
            assertThat(AddressConfirmation.isGenuine(forged.substring(0, forged.indexOf('.')) + code, EMAIL, SECRET))
                    .isFalse();
        }
    }

    @Test
    void what_is_no_token_is_none() {
        for (String text : new String[] {"", ".", "abc", "abc.def", token + "x", "x".repeat(1_000) + ".y", "fA.fA"}) {
            assertThat(AddressConfirmation.isGenuine(text, EMAIL, SECRET))
                    .as(text)
                    .isFalse();
        }
    }

    @Test
    void the_code_for_mailing_again_is_another() {
        String code = AddressConfirmation.mailCode(APPLICATION, EMAIL, SECRET);
        assertThat(code)
                .isEqualTo(AddressConfirmation.mailCode(APPLICATION, EMAIL, SECRET))
                .isNotEqualTo(AddressConfirmation.mailCode(APPLICATION, "other@works.example", SECRET))
                .isNotEqualTo(token.substring(token.indexOf('.') + 1));
    }
}
