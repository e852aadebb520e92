package coop.parasol.quality.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Private keys as they are kept: who has the database but not the secret cannot sign. AES-256-GCM, key by HKDF. */
@ApplicationScoped
class SealedKeys {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int SHORTEST_SECRET = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    SealedKeys(@ConfigProperty(name = "parasol.certificate.secret") String secret) throws GeneralSecurityException {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("PARASOL_CERTIFICATE_SECRET has at least 16 characters; it keeps the"
                    + " private key of the firm's certificates");
        }
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.getBytes(UTF_8))
                                .thenExpand("parasol signing keys".getBytes(UTF_8), KEY_BYTES));
    }

    byte[] seal(PrivateKey signingKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, signingKey.getEncoded());
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    PrivateKey open(byte[] sealed) {
        byte[] encoded = crypt(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept signing key is no Ed25519 key", e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the signing key cannot be opened: PARASOL_CERTIFICATE_SECRET is not the one it was sealed with",
                    e);
        }
    }
}
