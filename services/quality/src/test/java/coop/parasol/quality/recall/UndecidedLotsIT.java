package coop.parasol.quality.recall;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Suspensions and recalls reach lots that are not decided yet or have expired, and say what they do not find. */
@QuarkusTest
@TestSecurity(
        user = "dewi",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class UndecidedLotsIT {

    @Inject
    Events events;

    @Inject
    ExecuteRecall executeRecall;

    @Test
    void a_suspension_by_lot_producer_or_time_holds_lots_that_are_not_decided_yet() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        String lot = VaseScenario.shown(batch).getString("lot");
        for (String scope : new String[] {
            "{\"lots\": [\"" + lot + "\"]}",
            "{\"memberId\": \"" + vases.member + "\"}",
            "{\"product\": \"" + vases.product + "\", \"certifiedFrom\": \"2026-01-01T00:00:00Z\"}"
        }) {
            decide("SUSPENSION", scope).then().statusCode(201).body("undecidedBatches", equalTo(1));
            VaseScenario.inspect(batch, 0).then().statusCode(409).body("code", equalTo("batch-suspended"));
            decide("REINSTATEMENT", scope).then().statusCode(201).body("undecidedBatches", equalTo(1));
        }
        VaseScenario.inspect(batch, 0).then().statusCode(201).body("outcome", equalTo("CERTIFIED"));
    }

    @Test
    void a_decision_by_lot_names_the_lots_it_does_not_find_and_the_producers_it_hits() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String scope = "{\"lots\": [\"" + batch.lot() + "\", \"NO-SUCH-LOT\"]}";

        given().contentType("application/json")
                .body(scope)
                .post("/recalls/preview")
                .then()
                .statusCode(200)
                .body("reach.lotsNotFound", contains("NO-SUCH-LOT"))
                .body("reach.producers", contains(batch.memberId().toString()));
        decide("SUSPENSION", scope).then().statusCode(201).body("reach.lotsNotFound", contains("NO-SUCH-LOT"));
    }

    @Test
    void a_recall_reaches_by_the_brands_lot_what_is_certified_and_what_is_not() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        String undecided = VaseScenario.shown(vases.sampled()).getString("brandLot");
        BatchCertified certified = new CertifiedBatches(events).batch();
        String brandLot = VaseScenario.shown(certified.batchId()).getString("brandLot");

        given().contentType("application/json")
                .body("{\"lots\": [\"" + brandLot + "\", \"" + undecided.toLowerCase(Locale.ROOT) + "\"]}")
                .post("/recalls/preview")
                .then()
                .statusCode(200)
                .body("batches", equalTo(1))
                .body("undecidedBatches", equalTo(1))
                .body("reach.lotsNotFound", empty());
    }

    @Test
    void a_lot_that_is_held_waits_for_no_auditor_until_it_is_reinstated() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        String scope = "{\"memberId\": \"" + vases.member + "\"}";
        assertThat(waiting(vases)).containsExactly(batch.toString());

        decide("SUSPENSION", scope).then().statusCode(201);
        assertThat(waiting(vases)).isEmpty();
        decide("REINSTATEMENT", scope).then().statusCode(201);
        assertThat(waiting(vases)).containsExactly(batch.toString());
    }

    private static List<String> waiting(VaseScenario vases) {
        return given().get("/work-list?producer=" + vases.member).jsonPath().getList("items.batchId", String.class);
    }

    @Test
    void an_expired_lot_can_be_recalled() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        TestDatabase.sql(
                "update certificate set state = 'EXPIRED', changed_at = now() + interval '1 year' where number = :p1",
                batch.certificateNumber());

        Response recalled = RecallFlowIT.approve(given().contentType("application/json")
                .body("{\"action\": \"RECALL\", \"recallClass\": \"I\", \"reason\": \"lead\", \"scope\": {\"lots\": [\""
                        + batch.lot() + "\"]}}")
                .post("/recalls"));

        recalled.then().body("changed", equalTo(1));
        events.await(BatchRecalled.class, event -> event.batchId().equals(batch.batchId()));
        assertThat(given().get("/certificates/" + batch.certificateNumber())
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("RECALLED");
    }

    @Test
    void a_proposed_recall_is_withdrawn_and_changes_nothing() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String recall = given().contentType("application/json")
                .body("{\"action\": \"RECALL\", \"recallClass\": \"I\", \"reason\": \"lead\", \"scope\": {\"lots\": [\""
                        + batch.lot() + "\"]}}")
                .post("/recalls")
                .jsonPath()
                .getString("recallId");

        given().delete("/recalls/" + recall).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        given().delete("/recalls/" + recall).then().statusCode(409).body("code", equalTo("already-decided"));
        executeRecall.executeUnfinished();
        assertThat(given().get("/certificates/" + batch.certificateNumber())
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("CERTIFIED");
    }

    private static Response decide(String action, String scope) {
        return given().contentType("application/json")
                .body("{\"action\": \"" + action + "\", \"reason\": \"lead suspected\", \"scope\": " + scope + "}")
                .post("/recalls");
    }
}
