package coop.parasol.quality.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A certificate and the published keys in the hands of somebody who has neither Java nor a line of ours: base64 and
 * OpenSSL's own Ed25519.
 */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class OpenSslFlowIT {

    /** RFC 8410: what stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo. */
    private static final byte[] BEFORE_THE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    @Inject
    Events events;

    @TempDir
    Path folder;

    @BeforeEach
    void require_openssl() throws Exception {
        Assumptions.assumeTrue(run("openssl", "version").startsWith("OpenSSL 3"), "OpenSSL 3 is not installed");
    }

    @Test
    void openssl_verifies_a_certificate_with_the_published_key_and_refuses_a_changed_one() throws Exception {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String[] parts = given().accept("application/jose")
                .get("/certificates/" + batch.certificateNumber())
                .asString()
                .split("\\.", -1);
        String kid = JsonPath.from(decoded(parts[0])).getString("kid");
        String key =
                given().get("/.well-known/jwks.json").jsonPath().getString("keys.find { it.kid == '" + kid + "' }.x");

        assertThat(verify(parts[0] + "." + parts[1], parts[2], key)).contains("Signature Verified Successfully");
        assertThat(decoded(parts[1])).contains("\"" + batch.lot() + "\"");
        String better = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(decoded(parts[1])
                        .replace("\"grade\":\"A\"", "\"grade\":\"B\"")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(better).isNotEqualTo(parts[1]);
        assertThat(verify(parts[0] + "." + better, parts[2], key)).contains("Signature Verification Failure");
    }

    private String verify(String signed, String signature, String key) throws Exception {
        Files.writeString(folder.resolve("signed"), signed);
        Files.write(folder.resolve("signature"), Base64.getUrlDecoder().decode(signature));
        byte[] raw = Base64.getUrlDecoder().decode(key);
        byte[] info = new byte[BEFORE_THE_KEY.length + raw.length];
        System.arraycopy(BEFORE_THE_KEY, 0, info, 0, BEFORE_THE_KEY.length);
        System.arraycopy(raw, 0, info, BEFORE_THE_KEY.length, raw.length);
        Files.write(folder.resolve("key.der"), info);
        return run(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-keyform",
                "DER",
                "-inkey",
                "key.der",
                "-rawin",
                "-in",
                "signed",
                "-sigfile",
                "signature");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    /** What the program says, nothing if it is not there. */
    private String run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return said;
        } catch (IOException e) {
            return "";
        }
    }
}
