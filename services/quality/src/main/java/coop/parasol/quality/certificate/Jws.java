package coop.parasol.quality.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** JSON Web Signatures in compact serialization (RFC 7515), by Ed25519 (RFC 8037). */
final class Jws {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 3;

    private Jws() {}

    static String sign(byte[] header, byte[] payload, PrivateKey key) {
        String signed = ENCODER.encodeToString(header) + "." + ENCODER.encodeToString(payload);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows Ed25519", e);
        }
    }

    /** Whether the key has signed exactly this text; other base64 spellings of the same bytes are refused, too. */
    static boolean isSignedBy(String jws, PublicKey key) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != PARTS) {
            return false;
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            return Arrays.equals(ENCODER.encodeToString(signature).getBytes(US_ASCII), parts[2].getBytes(US_ASCII))
                    && US_ASCII.newEncoder().canEncode(jws)
                    && verification.verify(signature);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }
}
