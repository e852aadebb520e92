package coop.parasol.quality.recall;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The quality desk takes certificates back, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "dewi",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class RecallFlowIT {

    @Inject
    Events events;

    @Inject
    ExecuteRecall executeRecall;

    @Test
    void a_batch_is_suspended_and_reinstated_by_its_lot() {
        BatchCertified batch = new CertifiedBatches(events).batch();

        Response suspended = decide("SUSPENSION", null, lots(batch));

        suspended.then().statusCode(201).body("changed", equalTo(1)).body("unchanged", equalTo(0));
        assertThat(state(batch)).isEqualTo("SUSPENDED");
        BatchSuspended event =
                events.await(BatchSuspended.class, said -> said.batchId().equals(batch.batchId()));
        assertThat(event.recallId()).hasToString(suspended.jsonPath().getString("recallId"));
        assertThat(event.reason()).isEqualTo("lead suspected");
        decide("SUSPENSION", null, lots(batch))
                .then()
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(1));
        decide("REINSTATEMENT", null, lots(batch)).then().body("changed", equalTo(1));
        assertThat(state(batch)).isEqualTo("CERTIFIED");
        events.await(BatchReinstated.class, said -> said.batchId().equals(batch.batchId()));
    }

    @Test
    void a_recall_by_producer_and_characteristic_passes_through_the_suspension() {
        CertifiedBatches certified = new CertifiedBatches(events);
        BatchCertified first = certified.batch();
        BatchCertified second = certified.batch();
        BatchCertified other = new CertifiedBatches(events).batch();
        String selection = "{\"memberId\": \"" + certified.member + "\", \"characteristic\": \"lead\"}";

        given().contentType("application/json")
                .body(selection)
                .post("/recalls/preview")
                .then()
                .statusCode(200)
                .body("batches", equalTo(2))
                .body("products[0].state", equalTo("CERTIFIED"))
                .body("products[0].quantity.value", equalTo("80"));
        Response proposed = decide("RECALL", "I", selection);

        proposed.then().statusCode(201).body("state", equalTo("PROPOSED")).body("selected", equalTo(0));
        assertThat(state(first)).as("one person alone recalls nothing").isEqualTo("CERTIFIED");
        Response recalled = approve(proposed);
        recalled.then()
                .statusCode(200)
                .body("state", equalTo("DECIDED"))
                .body("proposedBy", equalTo("dewi"))
                .body("decidedBy", equalTo("qasim"))
                .body("changed", equalTo(2));
        assertThat(state(first)).isEqualTo("RECALLED");
        assertThat(state(second)).isEqualTo("RECALLED");
        assertThat(state(other)).isEqualTo("CERTIFIED");
        BatchRecalled event =
                events.await(BatchRecalled.class, said -> said.batchId().equals(first.batchId()));
        assertThat(event.recallClass()).isEqualTo(RecallClass.I);
        assertThat(events.all(BatchSuspended.class, said -> said.batchId().equals(first.batchId())))
                .hasSize(1);
        String id = recalled.jsonPath().getString("recallId");
        given().get("/recalls/" + id + "/batches")
                .then()
                .body("items.size()", equalTo(2))
                .body("items[0].changed", equalTo(true));
        decide("REINSTATEMENT", null, selection)
                .then()
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(2));
        assertThat(state(first)).as("for good").isEqualTo("RECALLED");
    }

    @Test
    void a_time_span_selects_what_was_certified_in_it() {
        CertifiedBatches certified = new CertifiedBatches(events);
        certified.batch();
        Instant between = Instant.now();
        certified.batch();
        String after = "{\"product\": \"" + certified.product + "\", \"certifiedFrom\": \"" + between + "\"}";
        String before = "{\"product\": \"" + certified.product + "\", \"certifiedBefore\": \"" + between + "\"}";

        assertThat(preview(after)).isEqualTo(1);
        assertThat(preview(before)).isEqualTo(1);
        assertThat(preview("{\"product\": \"" + certified.product + "\", \"characteristic\": \"weight\"}"))
                .isZero();
    }

    @Test
    void many_batches_are_changed_some_hundreds_at_a_time_and_each_once() {
        CertifiedBatches certified = new CertifiedBatches(events);
        BatchCertified one = certified.batch();
        int more = 2 * ExecuteRecall.CERTIFICATES_PER_TRANSACTION + 50;
        TestDatabase.copies(one.batchId(), more);
        String selection = "{\"product\": \"" + certified.product + "\"}";

        Response decided = decide("SUSPENSION", null, selection);

        String id = decided.jsonPath().getString("recallId");
        decided.then().statusCode(201).body("selected", equalTo(more + 1)).body("finishedAt", nullValue());
        executeRecall.executeUnfinished();
        executeRecall.executeUnfinished();
        JsonPath done = given().get("/recalls/" + id).jsonPath();
        assertThat(done.getInt("changed")).isEqualTo(more + 1);
        assertThat(done.getString("finishedAt")).isNotNull();
        assertThat(events.all(
                        BatchSuspended.class, said -> said.recallId().toString().equals(id)))
                .hasSize(more + 1);
    }

    @Test
    void a_decision_without_class_or_scope_or_with_another_number_of_batches_is_refused() {
        BatchCertified batch = new CertifiedBatches(events).batch();

        decide("RECALL", null, lots(batch)).then().statusCode(422).body("code", equalTo("recall-class-mismatch"));
        decide("SUSPENSION", "II", lots(batch)).then().statusCode(422).body("field", equalTo("recallClass"));
        decide("SUSPENSION", null, "{}").then().statusCode(422).body("code", equalTo("scope-unbounded"));
        decide("SUSPENSION", null, "{\"lots\": [\"no such lot\"]}")
                .then()
                .statusCode(409)
                .body("code", equalTo("scope-empty"));
        given().contentType("application/json")
                .body("{\"action\": \"SUSPENSION\", \"reason\": \"r\", \"expectedBatches\": 7, \"scope\": "
                        + lots(batch) + "}")
                .post("/recalls")
                .then()
                .statusCode(409)
                .body("code", equalTo("scope-changed"));
        assertThat(state(batch)).isEqualTo("CERTIFIED");
    }

    @Test
    void the_same_key_is_one_decision() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String key = UUID.randomUUID().toString();
        String body = "{\"action\": \"SUSPENSION\", \"reason\": \"r\", \"scope\": " + lots(batch) + "}";
        String first = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/recalls")
                .asString();

        assertThat(given().header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(body)
                        .post("/recalls")
                        .jsonPath()
                        .getString("recallId"))
                .isEqualTo(JsonPath.from(first).getString("recallId"));
    }

    /** By another person than the test's user. */
    static Response approve(Response proposed) {
        String path = "/recalls/" + proposed.jsonPath().getString("recallId") + "/approval";
        given().contentType("application/json").post(path).then().statusCode(403);
        return ActingAs.qualityDesk(
                "qasim", () -> given().contentType("application/json").post(path));
    }

    private static String lots(BatchCertified batch) {
        return "{\"lots\": [\"" + batch.lot() + "\"]}";
    }

    private static int preview(String selection) {
        return given().contentType("application/json")
                .body(selection)
                .post("/recalls/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("batches");
    }

    private static Response decide(String action, @Nullable String recallClass, String selection) {
        return given().contentType("application/json")
                .body("{\"action\": \"" + action + "\", "
                        + (recallClass == null ? "" : "\"recallClass\": \"" + recallClass + "\", ")
                        + "\"reason\": \"lead suspected\", \"scope\": " + selection + "}")
                .post("/recalls");
    }

    private static String state(BatchCertified batch) {
        return given().get("/certificates/" + batch.certificateNumber())
                .jsonPath()
                .getString("state");
    }
}
