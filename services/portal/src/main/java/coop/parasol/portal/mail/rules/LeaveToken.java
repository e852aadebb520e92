package coop.parasol.portal.mail.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a link to leave carries: who leaves and of what kind, with a code that only the portal can make (HMAC with SHA-256, RFC 2104).
 * It needs no sign-in and does not expire, for mail programs offer it for years (RFC 8058).
 *
 * @param person Keycloak's subject
 * @param kind the name of the kind of notices
 */
public record LeaveToken(String person, String kind) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "leave v1|";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /**
     * The token as text, for an address.
     *
     * @param secret known to the portal alone
     */
    public String text(String secret) {
        String content = person + "|" + kind;
        return ENCODER.encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "."
                + ENCODER.encodeToString(code(content, secret));
    }

    /** What a token says; empty if the portal has not made it with that secret. */
    public static Optional<LeaveToken> read(String text, String secret) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            String content = new String(decoder.decode(text.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] code = decoder.decode(text.substring(dot + 1));
            int bar = content.indexOf('|');
            return bar > 0 && MessageDigest.isEqual(code, code(content, secret))
                    ? Optional.of(new LeaveToken(content.substring(0, bar), content.substring(bar + 1)))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static byte[] code(String content, String secret) {
        if (secret.isEmpty()) {
            throw new IllegalStateException("a link to leave needs a secret: PARASOL_NOTICES_SECRET is not set");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal((PURPOSE + content).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
