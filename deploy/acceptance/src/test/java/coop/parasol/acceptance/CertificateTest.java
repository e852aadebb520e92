package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.certificates.SignedCertificate;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A certificate of the season: verified offline, suspended, recalled, and what distribution makes of it. */
class CertificateTest {

    private static final TheFirm FIRM = TheFirm.afterASeason();

    @Test
    void a_certificate_is_verified_suspended_and_recalled_and_its_goods_are_withheld() {
        Map<String, String> certificate = someCertificate();
        String lot = Objects.requireNonNull(certificate.get("lot"));
        String batch = Objects.requireNonNull(certificate.get("batchId"));
        String address = FIRM.url("quality") + "/certificates/" + certificate.get("number");
        String jws = RestAssured.given().accept("application/jose").get(address).asString();
        String keys =
                RestAssured.get(FIRM.url("quality") + "/.well-known/jwks.json").asString();

        assertThat(SignedCertificate.verify(jws, keys, Instant.now()))
                .isInstanceOfSatisfying(
                        SignedCertificate.Valid.class,
                        valid -> assertThat(valid.facts()).containsEntry("lot", lot));
        assertThat(publicState(address)).isEqualTo("CERTIFIED");

        decide("SUSPENSION", "", lot).then().statusCode(201);
        assertThat(publicState(address)).isEqualTo("SUSPENDED");
        awaitStanding(batch, "SUSPENDED");

        decide("RECALL", "\"recallClass\": \"II\", ", lot).then().statusCode(201);
        assertThat(publicState(address)).isEqualTo("RECALLED");
        awaitStanding(batch, "RECALLED");
        assertThat(FIRM.as("logistics-desk")
                        .get(FIRM.url("distribution") + "/stock/check")
                        .jsonPath()
                        .getBoolean("conserved"))
                .isTrue();
    }

    private static Map<String, String> someCertificate() {
        String own = FIRM.ownId("producer");
        return FIRM.as("quality-desk")
                .get(FIRM.url("quality") + "/certificates?state=CERTIFIED&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.memberId != '" + own + "' }");
    }

    private static String publicState(String address) {
        return RestAssured.given()
                .accept("application/json")
                .get(address)
                .jsonPath()
                .getString("state");
    }

    private static Response decide(String action, String recallClass, String lot) {
        return FIRM.as("quality-desk")
                .contentType("application/json")
                .body("{\"action\": \"" + action + "\", " + recallClass
                        + "\"reason\": \"drill\", \"selection\": {\"lots\": [\"" + lot + "\"]}}")
                .post(FIRM.url("quality") + "/recalls");
    }

    private static void awaitStanding(String batch, String standing) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> FIRM.as("logistics-desk")
                        .get(FIRM.url("distribution") + "/stock?limit=200")
                        .jsonPath()
                        .getString("items.find { it.batchId == '" + batch + "' }.standing")
                        .equals(standing));
    }
}
