package coop.parasol.quality.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class JwsTest {

    /** The key of RFC 8037, appendix A (RFC 8032, test 1). */
    private static final byte[] D =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final byte[] X =
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private static final String SIGNED = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            + ".hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    private final PublicKey publicKey = Ed25519PublicKey.of(X);

    @Test
    void signs_and_verifies_the_example_of_RFC_8037() throws GeneralSecurityException {
        PrivateKey privateKey = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, D));

        assertThat(Jws.sign(
                        "{\"alg\":\"EdDSA\"}".getBytes(US_ASCII),
                        "Example of Ed25519 signing".getBytes(US_ASCII),
                        privateKey))
                .isEqualTo(SIGNED);
        assertThat(Jws.isSignedBy(SIGNED, publicKey)).isTrue();
    }

    @Test
    void names_a_key_by_the_thumbprint_of_RFC_8037() {
        assertThat(Ed25519PublicKey.thumbprint(X)).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(Ed25519PublicKey.raw(publicKey)).isEqualTo(X);
    }

    @Test
    void every_single_bit_change_is_rejected() {
        byte[] text = SIGNED.getBytes(US_ASCII);
        for (int bit = 0; bit < text.length * Byte.SIZE; bit++) {
            byte[] changed = text.clone();
            changed[bit / Byte.SIZE] = (byte) (changed[bit / Byte.SIZE] ^ 1 << bit % Byte.SIZE);

            assertThat(Jws.isSignedBy(new String(changed, ISO_8859_1), publicKey))
                    .as("bit " + bit)
                    .isFalse();
        }
    }

    @Test
    void another_spelling_of_the_same_signature_is_rejected() {
        assertThat(Jws.isSignedBy(SIGNED + "==", publicKey)).isFalse();
        assertThat(Jws.isSignedBy(SIGNED + "\n", publicKey)).isFalse();
        assertThat(Jws.isSignedBy(SIGNED.substring(0, SIGNED.length() - 1) + "h", publicKey))
                .isFalse();
        assertThat(Jws.isSignedBy("", publicKey)).isFalse();
        assertThat(Jws.isSignedBy("..", publicKey)).isFalse();
    }

    @Test
    void another_JOSE_library_verifies_it() throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(SIGNED);
        jws.setKey(publicKey);

        assertThat(jws.verifySignature()).isTrue();
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(X))
                .isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    }
}
