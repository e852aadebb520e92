package coop.parasol.local.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import coop.parasol.local.client.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Verifies a signed certificate (JWS of RFC 7515 with Ed25519) with nothing but the firm's public keys. */
public final class SignedCertificate {

    private static final int PARTS = 3;
    private static final int MAX_CHARACTERS = 100_000;
    private static final int KEY_BYTES = 32;
    /** Two clocks may differ by so much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
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
     * Verifies the certificate.
     *
     * @param text the certificate as it was downloaded
     * @param keys the firm's public keys, a JSON Web Key Set (RFC 7517)
     * @param now the time at which it has to be valid
     */
    public static Verdict verify(String text, String keys, Instant now) {
        String jws = text.strip();
        String[] parts = jws.split("\\.", -1);
        if (parts.length != PARTS
                || jws.length() > MAX_CHARACTERS
                || !US_ASCII.newEncoder().canEncode(jws)) {
            return new Invalid("This is no signed certificate: it is not three parts with points between them.");
        }
        JsonNode header = decode(parts[0]).flatMap(SignedCertificate::object).orElseGet(MissingNode::getInstance);
        if (!header.path("alg").asText().equals("EdDSA")
                || !header.path("typ").asText().equals(TYPE)
                || header.has("crit")
                || header.has("b64")) {
            return new Invalid("This is no certificate of a firm that runs Parasol: its header names another kind.");
        }
        Optional<JsonNode> key = key(Json.read(keys), header.path("kid").asText());
        if (key.isEmpty()) {
            return new Invalid(
                    "It names the key " + visible(header.path("kid").asText())
                            + ", which is none of the keys you have: either it is forged, or fetch /.well-known/jwks.json again.");
        }
        if (!isSigned(parts, key.get())) {
            return new Invalid("The signature does not fit: it was changed, or never signed by the firm.");
        }
        return decode(parts[1])
                .flatMap(SignedCertificate::object)
                .map(claims -> facts(claims, now))
                .orElse(new Invalid("What is signed is not the JSON object of a certificate."));
    }

    /** A JSON object in UTF-8, in which no name stands twice and behind which nothing follows (RFC 7515, 4; RFC 8725, 2.4). */
    private static Optional<JsonNode> object(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.<JsonNode>ofNullable(STRICT.readTree(text)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Verdict facts(JsonNode claims, Instant now) {
        if (!claims.path("iat").canConvertToLong()
                || (claims.has("exp") && !claims.path("exp").canConvertToLong())) {
            return new Invalid("What is signed does not say when it was issued, or how long it holds.");
        }
        ZoneId zone = zone(claims);
        if (claims.path("iat").asLong() > now.plus(CLOCK_SKEW).getEpochSecond()) {
            return new Invalid("It says that it was issued in the future, at "
                    + time(claims.path("iat").asLong(), zone) + ": see whether the clock of this computer is right.");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        claims.properties()
                .forEach(claim ->
                        facts.put(visible(claim.getKey()), visible(fact(claim.getKey(), claim.getValue(), zone))));
        if (claims.has("exp") && now.getEpochSecond() >= claims.get("exp").asLong()) {
            return new Invalid("It is genuine, but its last day of sale is over since "
                    + time(claims.get("exp").asLong(), zone) + ": " + facts);
        }
        return new Valid(facts);
    }

    /** The firm's time zone as the certificate names it; UTC for one that names none or that this computer does not know. */
    private static ZoneId zone(JsonNode claims) {
        try {
            return ZoneId.of(claims.path("zoneinfo").asText("UTC"));
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

    private static String fact(String name, JsonNode value, ZoneId zone) {
        return switch (name) {
            case "iat", "exp" -> time(value.asLong(), zone);
            case "quantity" ->
                value.path("value").asText() + " " + value.path("unit").asText();
            default -> value.asText();
        };
    }

    private static Optional<JsonNode> key(JsonNode keys, String kid) {
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(kid)
                    && key.path("kty").asText().equals("OKP")
                    && key.path("crv").asText().equals("Ed25519")) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static boolean isSigned(String[] parts, JsonNode key) {
        Optional<byte[]> raw = decode(key.path("x").asText()).filter(bytes -> bytes.length == KEY_BYTES);
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
