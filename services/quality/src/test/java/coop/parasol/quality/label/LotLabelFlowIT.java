package coop.parasol.quality.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.ProductionEvent.BatchWithdrawalRequested;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A producer prints labels of a lot before it is certified; they say that it is blocked. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class LotLabelFlowIT {

    @Inject
    Events events;

    @Test
    void a_lot_that_waits_for_its_inspection_gets_labels_that_say_that_it_is_blocked() throws Exception {
        VaseScenario scenario = new VaseScenario(events);
        scenario.publish("");
        UUID batch = scenario.sampled();
        SampleDrawn drawn =
                events.await(SampleDrawn.class, event -> event.batchId().equals(batch));

        String text = text(ActingAs.producer(scenario.member, () -> labels(batch, 3)));

        assertThat(text.split("BLOCKED - NOT CERTIFIED", -1)).hasSize(4);
        assertThat(text)
                .contains("Vase", "Lot " + drawn.brandLot(), "40 pieces")
                .contains(drawn.lot().substring(0, 10));
        assertThat(text).doesNotContain("Grade");
        String gujarati = text(ActingAs.producer(
                scenario.member,
                () -> given().header("Accept-Language", "gu-IN").get("/batches/" + batch + "/labels?count=2")));
        assertThat(gujarati.split("BLOCKED - NOT CERTIFIED", -1)).hasSize(3);
        assertThat(gujarati.split("રોકેલો", -1)).hasSize(3);
        ActingAs.producer(UUID.randomUUID(), () -> labels(batch, 3)).then().statusCode(403);
        ActingAs.producer(scenario.member, () -> labels(batch, 241)).then().statusCode(422);
    }

    @Test
    void a_lot_without_a_lot_of_the_brand_a_withdrawn_and_a_certified_one_get_none() {
        VaseScenario scenario = new VaseScenario(events);
        UUID waiting = scenario.reported();
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> labels(waiting, 1).statusCode() != 404);
        labels(waiting, 1).then().statusCode(409).body("code", equalTo("no-brand-lot"));

        events.publish(new BatchWithdrawalRequested(UUID.randomUUID(), waiting, scenario.member));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> "batch-withdrawn".equals(labels(waiting, 1).path("code")));
        labels(waiting, 1).then().statusCode(409);

        BatchCertified certified = new CertifiedBatches(events).batch();
        labels(certified.batchId(), 1).then().statusCode(409).body("code", equalTo("certified"));
    }

    private static Response labels(UUID batch, int count) {
        return given().get("/batches/" + batch + "/labels?count=" + count);
    }

    private static String text(Response answer) throws Exception {
        answer.then().statusCode(200).contentType("application/pdf");
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
