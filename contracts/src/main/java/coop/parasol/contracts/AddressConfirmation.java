package coop.parasol.contracts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The link by which whoever has applied for membership confirms its e-mail address. The portal makes and mails it, membership
 * checks it; both know one secret, and nobody else does. It carries the application and how long it is good, and the code (HMAC with
 * SHA-256, RFC 2104) is over the address as well, which it does not carry.
 *
 * @param memberId the application
 * @param validUntil to the second
 */
public record AddressConfirmation(UUID memberId, Instant validUntil) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String CONFIRM = "confirm v1";
    private static final String MAIL = "mail v1";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int MAX_TOKEN = 200;

    /**
     * The token as text, for an address of a page.
     *
     * @param email that is confirmed, in any letters
     * @param secret of the portal and membership
     */
    public String token(String email, String secret) {
        return ENCODER.encodeToString(content().getBytes(StandardCharsets.UTF_8)) + "."
                + ENCODER.encodeToString(code(CONFIRM, content(), email, secret));
    }

    /** What a token says, whoever has made it; empty if it is none. */
    public static Optional<AddressConfirmation> parse(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > MAX_TOKEN) {
            return Optional.empty();
        }
        try {
            String content = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            int bar = content.indexOf('|');
            return bar < 0
                    ? Optional.empty()
                    : Optional.of(new AddressConfirmation(
                            UUID.fromString(content.substring(0, bar)),
                            Instant.ofEpochSecond(Long.parseLong(content.substring(bar + 1)))));
        } catch (RuntimeException noToken) {
            return Optional.empty();
        }
    }

    /** Whether a token was made for this address with that secret. */
    public static boolean isGenuine(String token, String email, String secret) {
        return parse(token)
                .map(said -> said.token(email, secret))
                .filter(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** A code by which the portal knows again to which address the link of an application may be mailed once more. */
    public static String mailCode(UUID memberId, String email, String secret) {
        return ENCODER.encodeToString(code(MAIL, memberId.toString(), email, secret));
    }

    private String content() {
        return memberId + "|" + validUntil.getEpochSecond();
    }

    private static byte[] code(String purpose, String content, String email, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(
                    (purpose + "|" + content + "|" + email.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
