package coop.parasol.quality.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;

class SealedKeysTest {

    private final PrivateKey signing =
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

    SealedKeysTest() throws GeneralSecurityException {}

    @Test
    void the_secret_that_sealed_a_key_opens_it() throws GeneralSecurityException {
        byte[] sealed = new SealedKeys("a secret of the firm").seal(signing);
        assertThat(new SealedKeys("a secret of the firm").open(sealed)).isEqualTo(signing);
    }

    @Test
    void another_secret_does_not_and_says_which_setting_is_wrong() throws GeneralSecurityException {
        byte[] sealed = new SealedKeys("a secret of the firm").seal(signing);
        assertThatIllegalStateException()
                .isThrownBy(() -> new SealedKeys("another secret of it").open(sealed))
                .withMessageContaining("PARASOL_CERTIFICATE_SECRET");
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SealedKeys("short"))
                .withMessageContaining("at least 16");
    }
}
