package coop.parasol.quality.report;

import static coop.parasol.quality.VaseScenario.graded;
import static coop.parasol.quality.VaseScenario.post;
import static coop.parasol.quality.VaseScenario.results;
import static coop.parasol.quality.VaseScenario.save;
import static coop.parasol.quality.VaseScenario.shown;
import static coop.parasol.quality.VaseScenario.submit;
import static coop.parasol.quality.VaseScenario.units;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import coop.parasol.testing.Impersonation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A buyer reads the plan, values, limits and photos of a certified lot. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class InspectionReportIT {

    @Inject
    Events events;

    @Inject
    FirmClock clock;

    @Test
    void a_buyer_reads_plan_values_limits_and_photos_and_neither_producer_nor_auditor() throws IOException {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        UUID inspection = UUID.randomUUID();
        save(batch, inspection, "{\"remarks\": \"begun\"}").then().statusCode(200);
        given().contentType("application/octet-stream")
                .body(png())
                .queryParam("name", "foot.png")
                .queryParam("caption", "The foot")
                .put("/batches/" + batch + "/attachments/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        submit(batch, graded(results(units(batch), "2.125")))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("CERTIFIED"));
        String number = shown(batch).getString("certificateNumber");

        Response answer = Impersonation.as(
                "petra", Map.of("partner_id", UUID.randomUUID().toString()), Set.of("partner"), () -> report(number));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Inspection report and certificate of analysis", number, "The batch met its standard")
                    .contains("13 of 40 units", "MAJOR 1 NORMAL E 13 0 1 0")
                    .contains("weight MAJOR g 1", "weight 13 2.12500 2.125 2.125 0.00000")
                    .contains(units(batch).getFirst() + ": 2.125", "The foot")
                    .doesNotContain(vases.member.toString(), VaseScenario.ARUN, "arun", "begun");
            assertThat(images(document)).isEqualTo(1);
        }
        ActingAs.producer(UUID.randomUUID(), () -> report(number)).then().statusCode(403);
        ActingAs.producer(vases.member, () -> report(number)).then().statusCode(200);
        Response gujarati = ActingAs.producer(
                vases.member,
                () -> given().header("Accept-Language", "gu-IN, en;q=0.5")
                        .get("/certificates/" + number + "/inspection-report"));
        try (PDDocument document = Loader.loadPDF(gujarati.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("નિરીક્ષણ અહેવાલ", "લૉટ તેના ધોરણ", "ગંભીર 1 સામાન્ય E 13 0 1 0", "weight ગંભીર ગ્રામ")
                    .doesNotContain("Inspection", "MAJOR", "NORMAL");
        }
        report("0000-0000-0000-0000-0000").then().statusCode(404);
    }

    @Test
    void a_lot_that_was_inspected_by_counts_has_a_report_without_values() throws IOException {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        VaseScenario.inspect(batch, 0).then().statusCode(201);

        try (PDDocument document = Loader.loadPDF(
                report(shown(batch).getString("certificateNumber")).asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Sampling plan")
                    .doesNotContain("Measured values");
        }
    }

    @Test
    void the_report_names_instruments_with_the_calibration_that_covered_the_day_of_measurement() throws IOException {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        LocalDate today = clock.today();
        String scale = post("/instruments", "{\"name\": \"Precision scale\", \"serialNumber\": \"S-77\"}")
                .path("instrumentId");
        calibrate(scale, today.minusDays(500), today.minusDays(135), "K-OLD");
        calibrate(scale, today.minusDays(30), today.plusDays(335), "K-NEW");
        String measured = graded(results(units(batch), "2.0"));
        submit(
                        batch,
                        measured.substring(0, measured.length() - 1) + ", \"instruments\": {\"weight\": \"" + scale
                                + "\"}}")
                .then()
                .statusCode(201);

        try (PDDocument document = Loader.loadPDF(
                report(shown(batch).getString("certificateNumber")).asByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Instruments", "weight Precision scale, serial number S-77 used on", "certificate K-NEW")
                    .doesNotContain("K-OLD");
        }
    }

    private static void calibrate(String instrument, LocalDate on, LocalDate through, String certificate) {
        post(
                        "/instruments/" + instrument + "/calibrations",
                        "{\"calibratedOn\": \"" + on + "\", \"validThrough\": \"" + through + "\", \"certificate\": \""
                                + certificate + "\"}")
                .then()
                .statusCode(200);
    }

    private static int images(PDDocument document) throws IOException {
        int images = 0;
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                images += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return images;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static Response report(String number) {
        return given().get("/certificates/" + number + "/inspection-report");
    }
}
