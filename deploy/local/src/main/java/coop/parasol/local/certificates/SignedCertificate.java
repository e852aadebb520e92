package coop.parasol.local.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Verifies a signed certificate (JWS of RFC 7515 with Ed25519) with nothing but the firm's public keys. */
public final class SignedCertificate {

    private static final int PARTS = 3;
    private static final int MAX_CHARACTERS = 100_000;
    private static final int KEY_BYTES = 32;
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
        JsonNode header = decode(parts[0])
                .map(bytes -> Json.read(new String(bytes, UTF_8)))
                .orElse(Json.read(""));
        if (!header.path("alg").asText().equals("EdDSA")
                || !header.path("typ").asText().equals(TYPE)
                || header.has("crit")) {
            return new Invalid("This is no certificate of a firm that runs Parasol: its header names another kind.");
        }
        Optional<JsonNode> key = key(Json.read(keys), header.path("kid").asText());
        if (key.isEmpty()) {
            return new Invalid(
                    "It names the key " + header.path("kid").asText()
                            + ", which is none of the keys you have: either it is forged, or fetch /.well-known/jwks.json anew.");
        }
        if (!isSigned(parts, key.get())) {
            return new Invalid("The signature does not fit: it was changed, or never signed by the firm.");
        }
        return decode(parts[1])
                .map(payload -> facts(Json.read(new String(payload, UTF_8)), now))
                .orElse(new Invalid("What is signed cannot be read."));
    }

    private static Verdict facts(JsonNode claims, Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        claims.properties().forEach(claim -> facts.put(claim.getKey(), fact(claim.getKey(), claim.getValue())));
        if (claims.has("exp") && now.getEpochSecond() >= claims.get("exp").asLong()) {
            return new Invalid("It is genuine, but its last day of sale is over since "
                    + Instant.ofEpochSecond(claims.get("exp").asLong()) + ": " + facts);
        }
        return new Valid(facts);
    }

    private static String fact(String name, JsonNode value) {
        return switch (name) {
            case "iat", "exp" -> Instant.ofEpochSecond(value.asLong()).toString();
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
