package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.SignedCertificate;
import coop.parasol.local.certificates.CertificateFile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A certificate of the season is verified offline, suspended and recalled, and distribution withholds its goods. */
class CertificateTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();

    @Test
    void a_certificate_is_verified_suspended_and_recalled_and_its_goods_are_withheld() {
        Map<String, String> certificate = someCertificate();
        String lot = Objects.requireNonNull(certificate.get("lot"));
        String batch = Objects.requireNonNull(certificate.get("batchId"));
        String address = SYSTEM.url("quality") + "/certificates/" + certificate.get("number");
        String jws = RestAssured.given().accept("application/jose").get(address).asString();
        String keys = RestAssured.get(SYSTEM.url("quality") + "/.well-known/jwks.json")
                .asString();

        assertThat(CertificateFile.verify(jws, keys, Instant.now()))
                .isInstanceOfSatisfying(
                        SignedCertificate.Valid.class,
                        valid -> assertThat(valid.facts()).containsEntry("lot", lot));
        assertThat(publicState(address)).isEqualTo("CERTIFIED");

        decide("SUSPENSION", "", lot).then().statusCode(201);
        assertThat(publicState(address)).isEqualTo("SUSPENDED");
        awaitCertificateState(batch, "SUSPENDED");

        String recall = decide("RECALL", "\"recallClass\": \"II\", ", lot)
                .then()
                .statusCode(201)
                .extract()
                .path("recallId");
        assertThat(publicState(address)).as("one person alone recalls nothing").isEqualTo("SUSPENDED");
        SYSTEM.as("second quality-desk")
                .contentType("application/json")
                .post(SYSTEM.url("quality") + "/recalls/" + recall + "/approval")
                .then()
                .statusCode(200);
        assertThat(publicState(address)).isEqualTo("RECALLED");
        awaitCertificateState(batch, "RECALLED");
        assertThat(SYSTEM.as("logistics-desk")
                        .contentType("application/json")
                        .body("{}")
                        .post(SYSTEM.url("distribution") + "/stock/check")
                        .jsonPath()
                        .getBoolean("conserved"))
                .isTrue();
    }

    /** One of another producer whose goods can be sold: those of some have been taken back. */
    private static Map<String, String> someCertificate() {
        String own = SYSTEM.ownId("producer");
        List<Map<String, String>> certificates = SYSTEM.as("quality-desk")
                .get(SYSTEM.url("quality") + "/certificates?state=CERTIFIED&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.memberId != '" + own + "' }");
        return certificates.stream()
                .filter(each -> publicState(SYSTEM.url("quality") + "/certificates/" + each.get("number"))
                        .equals("CERTIFIED"))
                .findFirst()
                .orElseThrow();
    }

    private static String publicState(String address) {
        return RestAssured.given()
                .accept("application/json")
                .get(address)
                .jsonPath()
                .getString("state");
    }

    private static Response decide(String action, String recallClass, String lot) {
        return SYSTEM.as("quality-desk")
                .contentType("application/json")
                .body("{\"action\": \"" + action + "\", " + recallClass
                        + "\"reason\": \"drill\", \"scope\": {\"lots\": [\"" + lot + "\"]}}")
                .post(SYSTEM.url("quality") + "/recalls");
    }

    private static void awaitCertificateState(String batch, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SYSTEM.as("logistics-desk")
                        .get(SYSTEM.url("distribution") + "/stock?limit=200")
                        .jsonPath()
                        .getString("items.find { it.batchId == '" + batch + "' }.certificateState")
                        .equals(state));
    }
}
