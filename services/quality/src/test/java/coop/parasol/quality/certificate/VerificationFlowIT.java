package coop.parasol.quality.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What anyone can find out about a certificate, and what nobody can. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk", "administrator"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class VerificationFlowIT {

    @Inject
    Events events;

    @Inject
    MovableClock time;

    @Inject
    ExpireCertificates expireCertificates;

    @AfterEach
    void reset_the_clock() {
        time.reset();
    }

    @Test
    void a_certificate_is_verified_by_another_library_with_nothing_but_the_public_keys() throws Exception {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String jws = given().accept("application/jose")
                .get("/certificates/" + batch.certificateNumber())
                .asString();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        given().contentType("application/json").post("/signing-keys").then().statusCode(201);
        JsonWebKeySet keys =
                new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());

        signature.setKey(keys.findJsonWebKey(signature.getKeyIdHeaderValue(), "OKP", "sig", "EdDSA")
                .getKey());

        assertThat(signature.verifySignature())
                .as("also after the key was rotated")
                .isTrue();
        JsonPath recorded =
                given().get("/administrative-acts?act=NEW_SIGNING_KEY&limit=1").jsonPath();
        assertThat(keys.getJsonWebKeys().stream().map(JsonWebKey::getKeyId))
                .as("who has made a new key is recorded")
                .contains(recorded.getString("items[0].subject"));
        JsonPath claims = JsonPath.from(signature.getPayload());
        assertThat(claims.getString("sub")).isEqualTo(batch.certificateNumber());
        assertThat(claims.getString("lot")).isEqualTo(batch.lot());
        assertThat(claims.getString("gtin")).isEqualTo("4012345123456");
        assertThat(jws).doesNotContain(batch.memberId().toString());
        BatchCertified later = new CertifiedBatches(events).batch();
        assertThat(given().accept("application/jose")
                        .get("/certificates/" + later.certificateNumber())
                        .asString())
                .as("signed with the new key")
                .doesNotStartWith(jws.substring(0, jws.indexOf('.')));
    }

    @Test
    void units_that_their_producer_has_taken_back_are_certified_no_more_and_the_certificate_says_so() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String path = "/certificates/" + batch.certificateNumber();

        events.publish(takenBack(batch, 15));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "15".equals(given().get(path).jsonPath().getString("takenBack.value")));
        given().get(path).then().body("state", equalTo("CERTIFIED"));
        assertThat(page(path)).contains("In force").contains("15 pieces, on ").contains("not certified any more");

        events.publish(takenBack(batch, 25));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "TAKEN_BACK".equals(given().get(path).jsonPath().getString("state")));
        assertThat(page(path)).contains("Taken back by its producer on ").doesNotContain("In force");
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static GoodsTakenBack takenBack(BatchCertified batch, long pieces) {
        return new GoodsTakenBack(
                batch.memberId(),
                UUID.randomUUID(),
                batch.batchId(),
                batch.product(),
                batch.lot(),
                Quantity.of(pieces, "C62"),
                Instant.now());
    }

    @Test
    void the_page_the_QR_code_and_the_prints_lead_to_the_certificate() throws Exception {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String path = "/certificates/" + batch.certificateNumber();

        given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("state", equalTo("CERTIFIED"))
                .body("quantity.value", equalTo("40"));
        String json = given().get(path).asString();
        assertThat(json)
                .doesNotContain(batch.memberId().toString())
                .doesNotContain(CertifiedBatches.AUDITOR_ID)
                .doesNotContain("arun");
        String html = given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(path.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
        assertThat(html)
                .contains("In force")
                .contains(">Parasol Marketing Ltd.<")
                .contains("Brass &lt;lamp&gt; &amp; co")
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain(batch.memberId().toString());
        String png = html.replaceAll("(?s).*(data:image/png;base64,[^\"]+).*", "$1");
        assertThat(QrCodeTest.read(png)).endsWith(path);
        given().get(path + "/qr")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(containsString("<path"));
        assertThat(text(given().get(path + "/print"))).contains(batch.certificateNumber(), batch.lot(), "Brass <lamp>");
        assertThat(text(given().get(path + "/labels?count=30"))).contains("Brass <lamp>", "Grade A");
        assertThat(given().get(path + "/labels?count=100000").statusCode()).isEqualTo(422);
    }

    @Test
    void guessing_enumerates_nothing_unknown_and_malformed_are_answered_alike() {
        Response unknown = given().get("/certificates/0000-0000-0000-0000-0000");
        Response malformed = given().get("/certificates/no-such-number");
        Response old = given().get("/certificates/C0123456789ABCDEF0123");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.contentType()).isEqualTo("application/problem+json");
        assertThat(malformed.asString()).isEqualTo(unknown.asString());
        assertThat(old.asString()).isEqualTo(unknown.asString());
        assertThat(malformed.statusCode()).isEqualTo(404);
        given().accept("text/html")
                .get("/certificates/0000-0000-0000-0000-0000")
                .then()
                .statusCode(404)
                .contentType("text/html");
        for (String part : List.of("/qr", "/print")) {
            given().get("/certificates/no-such-number" + part).then().statusCode(404);
        }
    }

    @Test
    void a_certificate_expires_once_when_its_last_day_of_sale_is_over_however_many_instances_look() throws Exception {
        CertifiedBatches certified = new CertifiedBatches(events);
        BatchCertified batch = certified.batch(LocalDate.now(ZoneOffset.UTC).plusDays(2));
        String path = "/certificates/" + batch.certificateNumber();
        time.forward(Duration.ofDays(3));

        assertThat(given().get(path).jsonPath().getString("state"))
                .as("before anybody has noticed")
                .isEqualTo("EXPIRED");
        try (var two = Executors.newFixedThreadPool(2)) {
            Runnable expiry = expireCertificates::expire;
            List.of(two.submit(expiry), two.submit(expiry)).forEach(VerificationFlowIT::get);
        }
        expireCertificates.expire();

        CertificateExpired expired =
                events.await(CertificateExpired.class, event -> event.batchId().equals(batch.batchId()));
        assertThat(expired.expiredAt())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC)
                        .plusDays(3)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        assertThat(events.all(CertificateExpired.class, event -> event.batchId().equals(batch.batchId())))
                .hasSize(1);
        given().get(path + "/labels").then().statusCode(409).body("code", equalTo("not-in-force"));
    }

    @Test
    void the_database_refuses_every_change_of_what_is_certified_and_every_other_transition() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        for (String change : List.of(
                "quantity = quantity + 1",
                "lot = 'another'",
                "brand_lot = 'another'",
                "state = 'RECALLED', recall_class = 'I'",
                "expires_at = expires_at + interval '1 day'")) {
            assertThrows(
                    RuntimeException.class,
                    () -> TestDatabase.sql(
                            "update certificate set " + change + " where number = :p1", batch.certificateNumber()),
                    change);
        }
    }

    private static void get(Future<?> future) {
        try {
            future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Response answer) throws Exception {
        answer.then().statusCode(200).contentType("application/pdf");
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
