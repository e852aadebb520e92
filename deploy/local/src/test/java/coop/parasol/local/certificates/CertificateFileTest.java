package coop.parasol.local.certificates;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.SignedCertificate.Invalid;
import coop.parasol.contracts.SignedCertificate.Valid;
import coop.parasol.contracts.SignedCertificate.Verdict;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class CertificateFileTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String HEADER = "{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"parasol-certificate+jwt\"}";
    private static final String CLAIMS =
            "{\"sub\":\"7K3Q-9D2X-4M5N-P0RS-TVWD\",\"iat\":0,\"exp\":1767225600,\"quantity\":{\"value\":\"40\",\"unit\":\"C62\"}}";
    private static final KeyPair PAIR = pair();

    @Test
    void a_certificate_signed_by_the_firm_is_valid_and_its_claims_are_returned() throws GeneralSecurityException {
        Verdict verdict = CertificateFile.verify(signed(HEADER, CLAIMS, PAIR) + "\n", keys("k1"), Instant.EPOCH);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(valid.facts())
                                .containsEntry("sub", "7K3Q-9D2X-4M5N-P0RS-TVWD")
                                .containsEntry("quantity", "40 C62")
                                .containsEntry("exp", "1 January 2026, 00:00 (UTC)"));
    }

    @Test
    void a_certificate_with_any_changed_bit_is_invalid() throws GeneralSecurityException {
        byte[] text = signed(HEADER, CLAIMS, PAIR).getBytes(ISO_8859_1);
        for (int bit = 0; bit < text.length * Byte.SIZE; bit++) {
            byte[] changed = text.clone();
            changed[bit / Byte.SIZE] = (byte) (changed[bit / Byte.SIZE] ^ 1 << bit % Byte.SIZE);

            assertThat(CertificateFile.verify(new String(changed, ISO_8859_1), keys("k1"), Instant.EPOCH))
                    .as("bit " + bit)
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void an_unknown_key_another_signer_another_type_and_malformed_text_are_invalid() throws GeneralSecurityException {
        assertThat(reason(signed(HEADER, CLAIMS, PAIR), keys("k2"))).contains("k1");
        assertThat(reason(signed(HEADER, CLAIMS, pair()), keys("k1"))).contains("signature");
        assertThat(reason(signed("{\"alg\":\"none\",\"kid\":\"k1\"}", CLAIMS, PAIR), keys("k1")))
                .contains("header");
        assertThat(reason(
                        signed("{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"parasol-certificate+jwt\"}", CLAIMS, PAIR),
                        keys("k1")))
                .contains("header");
        for (String nonsense : new String[] {"", "a.b.c", "..", "{}", "x".repeat(200_000), "\u0000"}) {
            assertThat(reason(nonsense, keys("k1"))).isNotEmpty();
            assertThat(reason(signed(HEADER, CLAIMS, PAIR), nonsense)).isNotEmpty();
        }
    }

    /** What has fooled verifiers that let the header choose (RFC 8725). */
    @Test
    void the_header_chooses_neither_the_algorithm_nor_the_key() throws GeneralSecurityException {
        KeyPair forger = pair();
        String x = keys("k1", forger).replaceAll(".*\"x\":\"([^\"]+)\".*", "$1");
        String jwk = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k1\",\"x\":\"" + x + "\"}";
        for (String alg :
                new String[] {"\"none\"", "\"None\"", "\"HS256\"", "\"RS256\"", "\"eddsa\"", "[\"EdDSA\"]", "null"}) {
            assertThat(reason(signed(HEADER.replace("\"EdDSA\"", alg), CLAIMS, PAIR), keys("k1")))
                    .as(alg)
                    .contains("header");
        }
        for (String more : new String[] {
            "\"jwk\":" + jwk, "\"jku\":\"https://forger.example/keys\"", "\"x5u\":\"https://f.example\""
        }) {
            assertThat(reason(signed(HEADER.replace("{", "{" + more + ","), CLAIMS, forger), keys("k1")))
                    .as(more)
                    .contains("signature");
        }
        assertThat(reason(signed(HEADER.replace("{", "{\"crit\":[\"b64\"],\"b64\":false,"), CLAIMS, PAIR), keys("k1")))
                .as("an extension that must be understood and is not (RFC 7515, 4.1.11)")
                .contains("header");
        byte[] publicKey = PAIR.getPublic().getEncoded();
        assertThat(reason(hmac(HEADER.replace("EdDSA", "HS256"), publicKey), keys("k1")))
                .contains("header");
        assertThat(reason(hmac(HEADER, publicKey), keys("k1"))).contains("signature");
        String unsigned = signed(HEADER, CLAIMS, PAIR);
        assertThat(reason(unsigned.substring(0, unsigned.lastIndexOf('.') + 1), keys("k1")))
                .contains("signature");
    }

    @Test
    void an_expired_certificate_is_invalid() throws GeneralSecurityException {
        Verdict verdict = CertificateFile.verify(signed(HEADER, CLAIMS, PAIR), keys("k1"), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.reason()).contains("1 January 2026"));
    }

    @Test
    void a_name_that_stands_twice_an_unencoded_payload_and_what_is_no_object_are_invalid()
            throws GeneralSecurityException {
        assertThat(reason(signed(HEADER.replace("{", "{\"alg\":\"none\","), CLAIMS, PAIR), keys("k1")))
                .as("duplicate header member")
                .contains("header");
        assertThat(reason(signed(HEADER.replace("{", "{\"b64\":false,"), CLAIMS, PAIR), keys("k1")))
                .as("RFC 7797 without crit")
                .contains("header");
        for (String payload : new String[] {
            "[]", "\"text\"", "7", "null", "", "{", CLAIMS + "{}", CLAIMS.replace("{\"sub\"", "{\"sub\":\"x\",\"sub\"")
        }) {
            assertThat(reason(signed(HEADER, payload, PAIR), keys("k1")))
                    .as(payload)
                    .contains("not the JSON object");
        }
        assertThat(reason(signed(HEADER, "{\"sub\":\"x\"}", PAIR), keys("k1")))
                .as("no time of issue")
                .contains("when it was issued");
    }

    @Test
    void a_certificate_of_the_future_is_invalid() throws GeneralSecurityException {
        assertThat(reason(signed(HEADER, CLAIMS.replace("\"iat\":0", "\"iat\":300"), PAIR), keys("k1")))
                .as("two clocks may differ by five minutes")
                .isEmpty();
        assertThat(reason(signed(HEADER, CLAIMS.replace("\"iat\":0", "\"iat\":301"), PAIR), keys("k1")))
                .contains("future");
    }

    @Test
    void times_are_those_of_the_firm_and_no_control_character_reaches_the_terminal() throws GeneralSecurityException {
        String claims =
                CLAIMS.replace("{\"sub\"", "{\"zoneinfo\":\"Asia/Kolkata\",\"lot\":\"L\\u001b[2J\\u202e1\",\"sub\"");

        assertThat(CertificateFile.verify(signed(HEADER, claims, PAIR), keys("k1"), Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(valid.facts())
                                .containsEntry("exp", "1 January 2026, 05:30 (Asia/Kolkata)")
                                .containsEntry("lot", "L\uFFFD[2J\uFFFD1"));
    }

    private static String reason(String jws, String keys) {
        return CertificateFile.verify(jws, keys, Instant.EPOCH) instanceof Invalid invalid ? invalid.reason() : "";
    }

    private static String signed(String header, String claims, KeyPair pair) throws GeneralSecurityException {
        String text = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return text + "." + base64(signature.sign());
    }

    private static String hmac(String header, byte[] key) throws GeneralSecurityException {
        String text = base64(header.getBytes(UTF_8)) + "." + base64(CLAIMS.getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return text + "." + base64(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static String keys(String kid) {
        return keys(kid, PAIR);
    }

    private static String keys(String kid, KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        String x = base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"" + kid + "\",\"x\":\"" + x + "\"}]}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
