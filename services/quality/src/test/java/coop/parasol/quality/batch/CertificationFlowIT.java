package coop.parasol.quality.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Envelope;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a producer's report to the certificate, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = "0198c000-0000-7000-8000-00000000a001"))
class CertificationFlowIT {

    private static final String AUDITOR = "/auditors/0198c000-0000-7000-8000-00000000a001";

    @Inject
    Events events;

    private final UUID member = UUID.randomUUID();
    private String product = "";

    @BeforeEach
    void register_an_auditor() {
        product = "LAMP-" + UUID.randomUUID().toString().substring(0, 8);
        auditor("[]");
    }

    @Test
    void a_batch_is_sampled_inspected_and_certified_and_the_sample_can_be_drawn_again()
            throws NoSuchAlgorithmException {
        publish("1.0").statusCode();
        BatchReported batch = report(1000);
        SampleDrawn drawn =
                events.await(SampleDrawn.class, event -> event.batchId().equals(batch.batchId()));

        JsonPath shown = shown(batch.batchId());

        assertThat(drawn.sampleSize()).isEqualTo(80);
        assertThat(shown.getInt("plans[0].acceptance")).isEqualTo(2);
        byte[] seed = HexFormat.of().parseHex(shown.getString("seed"));
        assertThat(shown.getList("sampleUnits", Long.class)).isEqualTo(ProducersDraw.units(seed, 1000, 80));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed)))
                .as("committed to when it was drawn")
                .isEqualTo(drawn.seedDigest());

        Response inspection = inspect(batch.batchId(), 80, 2, "A");
        BatchCertified certified =
                events.await(BatchCertified.class, event -> event.batchId().equals(batch.batchId()));

        assertThat(inspection.jsonPath().getString("outcome")).isEqualTo("CERTIFIED");
        assertThat(certified.grade()).isEqualTo("A");
        assertThat(certified.quantity()).isEqualTo(Quantity.of(1000, "C62"));
        assertThat(certified.standardVersion()).isEqualTo(1);
        assertThat(inspect(batch.batchId(), 80, 0, "A").jsonPath().getString("code"))
                .isEqualTo("not-awaiting-inspection");
    }

    @Test
    void a_batch_with_one_defect_too_many_is_rejected() {
        publish("1.0");
        BatchReported batch = report(1000);
        awaitSample(batch);

        inspect(batch.batchId(), 80, 3, "A");

        assertThat(events.await(BatchRejected.class, event -> event.batchId().equals(batch.batchId()))
                        .reason())
                .contains("3 defective in 80");
    }

    @Test
    void no_auditor_inspects_a_batch_of_a_producer_it_has_an_interest_in() {
        publish("1.0");
        BatchReported batch = report(40);
        awaitSample(batch);
        auditor("[\"" + member + "\"]");

        Response refused = inspect(batch.batchId(), 13, 0, "A");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("conflict-of-interest");
    }

    @Test
    void the_whole_sample_is_inspected_and_counts_are_possible() {
        publish("1.0");
        BatchReported batch = report(40);
        awaitSample(batch);

        assertThat(inspect(batch.batchId(), 12, 0, "A").jsonPath().getString("code"))
                .isEqualTo("sample-size-mismatch");
        assertThat(inspect(batch.batchId(), 13, 14, "A").jsonPath().getString("code"))
                .isEqualTo("count-out-of-range");
        assertThat(inspect(batch.batchId(), 13, -1, "A").statusCode()).isEqualTo(422);
        assertThat(inspect(batch.batchId(), 13, 0, "Z").jsonPath().getString("code"))
                .isEqualTo("unknown-grade");
    }

    @Test
    void a_batch_is_judged_by_the_version_in_force_when_it_was_reported() {
        publish("1.0");
        BatchReported before = report(1000);
        awaitSample(before);
        publish("2.5");
        BatchReported after = report(1000);
        awaitSample(after);

        assertThat(shown(before.batchId()).getInt("plans[0].acceptance")).isEqualTo(2);
        assertThat(shown(after.batchId()).getInt("plans[0].acceptance")).isEqualTo(5);
        assertThat(shown(after.batchId()).getInt("standardVersion")).isEqualTo(2);
    }

    @Test
    void the_same_standard_again_is_the_same_version_and_a_version_never_changes() {
        publish("1.0").then().statusCode(200).body("version", equalTo(1));
        draft("1.00").then().statusCode(200).body("version", equalTo(1)).body("state", equalTo("PUBLISHED"));
        publish("2.5").then().statusCode(200).body("version", equalTo(2));

        assertThat(events.all(StandardPublished.class, event -> event.product().equals(product)))
                .hasSize(2);
        assertThrows(RuntimeException.class, () -> TestDatabase.sql("update standard set name = 'x'"));
    }

    @Test
    void a_batch_that_comes_before_its_standard_waits_for_it() {
        BatchReported batch = report(40);
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> given().get("/batches/" + batch.batchId()).statusCode() == 200);

        assertThat(shown(batch.batchId()).getString("state")).isEqualTo("WAITING_FOR_STANDARD");

        publish("1.0");

        assertThat(shown(batch.batchId()).getString("state")).isEqualTo("SAMPLED");
    }

    @Test
    void a_report_that_comes_twice_is_one_batch() {
        publish("1.0");
        BatchReported batch = batch(40);
        Envelope envelope = events.publish(batch);
        awaitSample(batch);
        events.publish(batch, envelope);
        Envelope later = events.publish(batch);
        Awaitility.await("what was published before it on the same partition is consumed too")
                .atMost(Events.PATIENCE)
                .until(() -> TestDatabase.count("inbox where event_id = '" + later.id() + "'") == 1);

        assertThat(events.all(SampleDrawn.class, event -> event.batchId().equals(batch.batchId())))
                .hasSize(1);
    }

    @Test
    void of_two_inspections_at_once_one_counts() throws Exception {
        publish("1.0");
        BatchReported batch = report(40);
        awaitSample(batch);
        Callable<Integer> inspection =
                () -> inspect(batch.batchId(), 13, 0, "A").statusCode();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = two.invokeAll(List.of(inspection, inspection));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void a_standard_is_in_force_only_after_a_second_person_approves_it() {
        String draft = draft("1.0").then().statusCode(201).extract().path("standardId");

        given().contentType("application/json")
                .post("/standards/" + draft + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("same-person"));
        given().get("/standards/" + product).then().statusCode(404);
        given().get("/standards/" + draft).then().statusCode(200).body("state", equalTo("DRAFT"));

        given().delete("/standards/" + draft).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        bySomebodyElse(draft);
        given().contentType("application/json")
                .post("/standards/" + draft + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-a-draft"));
    }

    /** Drafted by one person of the desk, approved by another. */
    private Response publish(String aql) {
        String draft = draft(aql).then().statusCode(201).extract().path("standardId");
        bySomebodyElse(draft);
        return given().contentType("application/json").post("/standards/" + draft + "/approval");
    }

    private static void bySomebodyElse(String draft) {
        TestDatabase.sql("update standard_draft set drafted_by = 'qasim' where id = :p1", UUID.fromString(draft));
    }

    private Response draft(String aql) {
        return given().contentType("application/json")
                .body("""
                    {"product": "%s", "name": "Lamp", "unit": "C62", "characteristics":
                     [{"name": "weight", "kind": "VARIABLE", "defectClass": "MAJOR", "unit": "GRM", "lower": 1.0}],
                     "aql": {"MAJOR": %s}, "grades": ["A", "B"]}
                    """.formatted(product, aql))
                .post("/standards");
    }

    private void auditor(String interests) {
        given().contentType("application/json")
                .body("{\"name\": \"Arun\", \"interests\": " + interests + "}")
                .header("If-Match", "*")
                .put(AUDITOR)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    private BatchReported report(long quantity) {
        BatchReported batch = batch(quantity);
        events.publish(batch);
        return batch;
    }

    private BatchReported batch(long quantity) {
        return new BatchReported(
                UUID.randomUUID(),
                member,
                product,
                "L-" + UUID.randomUUID(),
                Quantity.of(quantity, "C62"),
                LocalDate.of(2026, 11, 1),
                null,
                "by hand",
                null,
                null,
                null);
    }

    private void awaitSample(BatchReported batch) {
        events.await(SampleDrawn.class, event -> event.batchId().equals(batch.batchId()));
    }

    private static JsonPath shown(UUID batch) {
        return given().get("/batches/" + batch).then().statusCode(200).extract().jsonPath();
    }

    private static Response inspect(UUID batch, int inspected, int major, String grade) {
        return given().contentType("application/json")
                .body("{\"inspected\": " + inspected + ", \"defectives\": {\"MAJOR\": " + major + "}, \"grade\": \""
                        + grade + "\"}")
                .post("/batches/" + batch + "/inspections");
    }
}
