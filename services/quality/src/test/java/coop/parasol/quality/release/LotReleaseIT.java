package coop.parasol.quality.release;

import static coop.parasol.quality.VaseScenario.inspect;
import static coop.parasol.quality.VaseScenario.post;
import static coop.parasol.quality.VaseScenario.shown;
import static coop.parasol.quality.VaseScenario.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.NonconformityEvent.LotReleased;
import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two persons of the quality desk release a rejected lot; its certificate says so. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class LotReleaseIT {

    private static final String REASON = "The glaze is thinner than the standard asks; it is safe to use.";

    @Inject
    Events events;

    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
        vases.publish(
                "",
                "{\"name\": \"crack\", \"kind\": \"ATTRIBUTE\", \"defectClass\": \"CRITICAL\"},"
                        + " {\"name\": \"stain\", \"kind\": \"ATTRIBUTE\", \"defectClass\": \"MINOR\"}",
                "\"CRITICAL\": 0.65, \"MINOR\": 4.0");
    }

    @Test
    void a_rejected_lot_is_released_under_a_concession_by_two_persons_and_its_certificate_says_so() throws Exception {
        UUID batch = rejected(0, 3, 0);
        String release = proposed(batch, "CONCESSION", "B");

        approve("dewi", release).then().statusCode(403).body("code", equalTo("same-person"));
        approve("ravi", release).then().statusCode(200).body("state", equalTo("APPROVED"));

        LotReleased released =
                events.await(LotReleased.class, each -> each.batchId().equals(batch));
        assertThat(released.kind()).isEqualTo(ReleaseKind.CONCESSION);
        BatchCertified certified =
                events.await(BatchCertified.class, each -> each.batchId().equals(batch));
        assertThat(certified.grade()).isEqualTo("B");
        assertThat(shown(batch).getString("state")).isEqualTo("CERTIFIED");
        String address = "/certificates/" + certified.certificateNumber();
        Response json = given().accept("application/json").get(address);
        json.then().body("release.kind", equalTo("CONCESSION")).body("release.reason", equalTo(REASON));
        String claims = new String(
                Base64.getUrlDecoder().decode(json.jsonPath().getString("jws").split("\\.")[1]),
                StandardCharsets.UTF_8);
        assertThat(claims).contains("\"release\":{\"kind\":\"CONCESSION\",\"reason\":\"" + REASON + "\"}");
        assertThat(given().accept("text/html").get(address).asString())
                .contains("released under a concession: " + REASON)
                .doesNotContain("met its standard");
        byte[] pdf = given().get(address + "/print").asByteArray();
        assertThat(text(pdf).replaceAll("\\s+", " ")).contains("released under a concession: " + REASON);
    }

    @Test
    void a_lot_that_meets_its_standard_says_nothing_of_a_release() {
        UUID batch = vases.sampled();
        submit(batch, counts(batch, 0, 0, 0)).then().statusCode(201).body("outcome", equalTo("CERTIFIED"));

        given().accept("application/json")
                .get("/certificates/" + shown(batch).getString("certificateNumber"))
                .then()
                .body("release", nullValue());
    }

    @Test
    void a_lot_with_a_critical_defect_is_never_released() {
        UUID batch = rejected(1, 3, 0);

        propose("dewi", batch, "CONCESSION", "B").then().statusCode(409).body("code", equalTo("critical-defect"));
    }

    @Test
    void neither_of_the_two_persons_has_inspected_the_lot() {
        UUID batch = rejected(0, 3, 0);

        propose("arun", batch, "CONCESSION", "B").then().statusCode(403).body("code", equalTo("own-inspection"));
        post("/lot-releases", proposal(batch, "CONCESSION", "B"))
                .then()
                .statusCode(403)
                .body("code", equalTo("own-inspection"));
        String release = proposed(batch, "CONCESSION", "B");
        approve("arun", release).then().statusCode(403).body("code", equalTo("own-inspection"));
        assertThat(shown(batch).getString("state")).isEqualTo("REJECTED");
    }

    @Test
    void minor_defects_alone_are_a_downgrade_to_a_lower_grade() {
        UUID batch = rejected(0, 0, 5);

        propose("dewi", batch, "DOWNGRADE", "A").then().statusCode(422).body("code", equalTo("grade-not-lower"));
        String release = proposed(batch, "DOWNGRADE", "B");
        approve("ravi", release).then().statusCode(200);

        BatchCertified certified =
                events.await(BatchCertified.class, each -> each.batchId().equals(batch));
        assertThat(given().accept("text/html")
                        .get("/certificates/" + certified.certificateNumber())
                        .asString())
                .contains("sold in a lower grade: " + REASON);
        propose("dewi", rejected(0, 3, 0), "DOWNGRADE", "B")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-minor-alone"));
    }

    @Test
    void a_lot_of_which_its_destructive_inspection_has_left_nothing_is_not_released() {
        vases.publish("\"destructive\": true,");
        UUID batch = vases.sampled(VaseScenario.SAMPLE);
        inspect(batch, 1).then().statusCode(201).body("outcome", equalTo("REJECTED"));

        propose("dewi", batch, "CONCESSION", "B").then().statusCode(409).body("code", equalTo("lot-used-up"));
    }

    @Test
    void what_has_become_of_the_lot_meanwhile_stops_the_approval() {
        UUID batch = rejected(0, 3, 0);
        String release = proposed(batch, "CONCESSION", "B");
        propose("dewi", batch, "CONCESSION", "B").then().statusCode(409).body("code", equalTo("already-proposed"));
        vases.rework(batch).then().statusCode(200);

        approve("ravi", release).then().statusCode(409).body("code", equalTo("not-rejected"));
        ActingAs.qualityDesk("ravi", () -> given().delete("/lot-releases/" + release))
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        approve("ravi", release).then().statusCode(409).body("code", equalTo("already-decided"));
    }

    @Test
    void the_database_knows_no_release_by_one_person() {
        String release = proposed(rejected(0, 3, 0), "CONCESSION", "B");

        assertThatThrownBy(() -> TestDatabase.sql(
                        "update lot_release set state = 'APPROVED', decided_by = proposed_by, decided_at = now() where id = :p1",
                        UUID.fromString(release)))
                .hasMessageContaining("released_by_two_persons");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private UUID rejected(int critical, int major, int minor) {
        UUID batch = vases.sampled();
        submit(batch, counts(batch, critical, major, minor))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("REJECTED"));
        return batch;
    }

    private static String counts(UUID batch, int critical, int major, int minor) {
        return "{\"inspected\": " + shown(batch).getInt("sampleSize") + ", \"defectives\": {\"CRITICAL\": " + critical
                + ", \"MAJOR\": " + major + ", \"MINOR\": " + minor + "}, \"grade\": \"A\"}";
    }

    private static String proposed(UUID batch, String kind, String grade) {
        return propose("dewi", batch, kind, grade)
                .then()
                .statusCode(201)
                .extract()
                .path("releaseId");
    }

    private static Response propose(String person, UUID batch, String kind, String grade) {
        return ActingAs.qualityDesk(person, () -> post("/lot-releases", proposal(batch, kind, grade)));
    }

    private static Response approve(String person, String release) {
        return ActingAs.qualityDesk(person, () -> post("/lot-releases/" + release + "/approval", "{}"));
    }

    private static String proposal(UUID batch, String kind, String grade) {
        return "{\"batchId\": \"" + batch + "\", \"kind\": \"" + kind + "\", \"grade\": \"" + grade
                + "\", \"reason\": \"" + REASON + "\"}";
    }
}
