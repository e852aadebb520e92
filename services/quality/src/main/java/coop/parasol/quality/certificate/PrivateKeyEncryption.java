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

/**
 * Encrypts private keys for storage, so that whoever has the database but not the secret cannot sign: AES-256-GCM with a
 * key derived from the secret by HKDF (RFC 5869). A stored key is the nonce followed by the ciphertext.
 */
@ApplicationScoped
class PrivateKeyEncryption {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int MIN_SECRET_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    PrivateKeyEncryption(@ConfigProperty(name = "parasol.certificate.secret") String secret)
            throws GeneralSecurityException {
        if (secret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalStateException("PARASOL_CERTIFICATE_SECRET must have at least 16 characters: it encrypts"
                    + " the private key of the firm's certificates");
        }
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.getBytes(UTF_8))
                                .thenExpand("parasol signing keys".getBytes(UTF_8), KEY_BYTES));
    }

    byte[] encrypt(PrivateKey signingKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, signingKey.getEncoded());
        byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
        System.arraycopy(ciphertext, 0, stored, NONCE_BYTES, ciphertext.length);
        return stored;
    }

    PrivateKey decrypt(byte[] stored) {
        byte[] encoded = crypt(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(stored, NONCE_BYTES),
                Arrays.copyOfRange(stored, NONCE_BYTES, stored.length));
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored signing key is no Ed25519 key", e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the signing key cannot be decrypted: PARASOL_CERTIFICATE_SECRET is not the one it was encrypted with",
                    e);
        }
    }
}
