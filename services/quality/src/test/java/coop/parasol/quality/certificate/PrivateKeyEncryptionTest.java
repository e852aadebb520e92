package coop.parasol.quality.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;

class PrivateKeyEncryptionTest {

    private final PrivateKey signing =
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

    PrivateKeyEncryptionTest() throws GeneralSecurityException {}

    @Test
    void the_secret_that_encrypted_a_key_decrypts_it() throws GeneralSecurityException {
        byte[] stored = new PrivateKeyEncryption("a secret of the firm").encrypt(signing);
        assertThat(new PrivateKeyEncryption("a secret of the firm").decrypt(stored))
                .isEqualTo(signing);
    }

    @Test
    void another_secret_does_not_decrypt_it_and_the_error_names_the_setting() throws GeneralSecurityException {
        byte[] stored = new PrivateKeyEncryption("a secret of the firm").encrypt(signing);
        assertThatIllegalStateException()
                .isThrownBy(() -> new PrivateKeyEncryption("another secret of it").decrypt(stored))
                .withMessageContaining("PARASOL_CERTIFICATE_SECRET");
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new PrivateKeyEncryption("short"))
                .withMessageContaining("at least 16");
    }
}
