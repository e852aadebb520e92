package coop.parasol.contracts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Verifies a signed certificate (JWS of RFC 7515 with Ed25519) with nothing but the firm's public keys. */
public final class SignedCertificate {

    private static final int PARTS = 3;
    private static final int MAX_CHARACTERS = 100_000;
    private static final int KEY_BYTES = 32;
    private static final BigDecimal LATEST_SECOND = BigDecimal.valueOf(Long.MAX_VALUE);
    /** Two clocks may differ by so much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final String TYPE = "parasol-certificate+jwt";
    /** The first bytes of a SubjectPublicKeyInfo of an Ed25519 key (RFC 8410), before the 32 bytes of the key. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private SignedCertificate() {}

    /** The result of the verification. */
    public sealed interface Verdict permits Valid, Invalid {}

    /** The firm has signed these claims. */
    public record Valid(Map<String, String> facts) implements Verdict {}

    /** The certificate is not to be trusted, for that reason. */
    public record Invalid(String reason) implements Verdict {}

    /**
     * Reads a JSON object, whose objects become maps, arrays lists, numbers numbers. It must be strict: an object in which no
     * name stands twice and behind which nothing follows (RFC 7515, 4; RFC 8725, 2.4).
     */
    @FunctionalInterface
    public interface StrictJsonObject {

        /** @throws IOException if the text is no such object */
        Map<String, Object> read(String text) throws IOException;
    }

    /**
     * Verifies the certificate.
     *
     * @param text the certificate as it was downloaded
     * @param keys the firm's public keys, a JSON Web Key Set (RFC 7517)
     * @param json by which the header, the claims and the keys are read
     * @param now the time at which it has to be valid
     */
    public static Verdict verify(String text, String keys, StrictJsonObject json, Instant now) {
        String jws = text.strip();
        String[] parts = jws.split("\\.", -1);
        if (parts.length != PARTS
                || jws.length() > MAX_CHARACTERS
                || !US_ASCII.newEncoder().canEncode(jws)) {
            return new Invalid("This is no signed certificate: it is not three parts with points between them.");
        }
        Map<String, Object> header = object(parts[0], json).orElse(Map.of());
        if (!"EdDSA".equals(header.get("alg"))
                || !TYPE.equals(header.get("typ"))
                || header.containsKey("crit")
                || header.containsKey("b64")) {
            return new Invalid("This is no certificate of a firm that runs Parasol: its header names another kind.");
        }
        String kid = text(header.get("kid"));
        Optional<String> key = key(keys, kid, json);
        if (key.isEmpty()) {
            return new Invalid(
                    "It names the key " + visible(kid)
                            + ", which is none of the keys you have: either it is forged, or fetch /.well-known/jwks.json again.");
        }
        if (!isSigned(parts, key.get())) {
            return new Invalid("The signature does not fit: it was changed, or never signed by the firm.");
        }
        return object(parts[1], json)
                .map(claims -> facts(claims, now))
                .orElse(new Invalid("What is signed is not the JSON object of a certificate."));
    }

    private static Optional<Map<String, Object>> object(String base64, StrictJsonObject json) {
        Optional<byte[]> bytes = decode(base64);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
            return Optional.of(json.read(text));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        } catch (IOException notStrict) {
            return Optional.empty();
        }
    }

    private static Verdict facts(Map<String, Object> claims, Instant now) {
        if (!isSecond(claims.get("iat")) || (claims.containsKey("exp") && !isSecond(claims.get("exp")))) {
            return new Invalid("What is signed does not say when it was issued, or how long it holds.");
        }
        ZoneId zone = zone(claims);
        long issued = second(claims.get("iat"));
        if (issued > now.plus(CLOCK_SKEW).getEpochSecond()) {
            return new Invalid("It says that it was issued in the future, at " + time(issued, zone)
                    + ": see whether the clock of this computer is right.");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        claims.forEach((name, value) -> facts.put(visible(name), visible(fact(name, value, zone))));
        if (claims.containsKey("exp") && now.getEpochSecond() >= second(claims.get("exp"))) {
            return new Invalid("It is genuine, but its last day of sale is over since "
                    + time(second(claims.get("exp")), zone) + ": " + facts);
        }
        return new Valid(facts);
    }

    private static boolean isSecond(@Nullable Object value) {
        return value instanceof Number number
                && Double.isFinite(number.doubleValue())
                && new BigDecimal(number.toString()).abs().compareTo(LATEST_SECOND) <= 0;
    }

    private static long second(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).longValue() : 0;
    }

    /** The firm's time zone as the certificate names it; UTC for one that names none or that this computer does not know. */
    private static ZoneId zone(Map<String, Object> claims) {
        try {
            return ZoneId.of(claims.get("zoneinfo") instanceof String zone ? zone : "UTC");
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static String time(long epochSecond, ZoneId zone) {
        try {
            return TIME.format(Instant.ofEpochSecond(epochSecond).atZone(zone)) + " (" + zone.getId() + ")";
        } catch (DateTimeException e) {
            return String.valueOf(epochSecond);
        }
    }

    /** Control and format characters, which a terminal would obey, become U+FFFD. */
    private static String visible(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }

    private static String fact(String name, Object value, ZoneId zone) {
        return switch (name) {
            case "iat", "exp" -> time(second(value), zone);
            case "quantity" ->
                value instanceof Map<?, ?> quantity
                        ? text(quantity.get("value")) + " " + text(quantity.get("unit"))
                        : "";
            default -> text(value);
        };
    }

    /** The text of a string, number or truth value; of anything else none. */
    private static String text(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    private static Optional<String> key(String keys, String kid, StrictJsonObject json) {
        try {
            if (json.read(keys).get("keys") instanceof List<?> all) {
                return all.stream()
                        .filter(Map.class::isInstance)
                        .map(key -> (Map<?, ?>) key)
                        .filter(key -> kid.equals(key.get("kid"))
                                && "OKP".equals(key.get("kty"))
                                && "Ed25519".equals(key.get("crv")))
                        .map(key -> text(key.get("x")))
                        .findFirst();
            }
            return Optional.empty();
        } catch (IOException noKeys) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(String[] parts, String key) {
        Optional<byte[]> raw = decode(key).filter(bytes -> bytes.length == KEY_BYTES);
        Optional<byte[]> signature = decode(parts[2]);
        if (raw.isEmpty() || signature.isEmpty()) {
            return false;
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_BYTES);
        System.arraycopy(raw.get(), 0, encoded, PREFIX.length, KEY_BYTES);
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verification.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            return verification.verify(signature.get());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Decodes base64url; only the canonical encoding of the bytes is accepted. */
    private static Optional<byte[]> decode(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
