package coop.parasol.quality.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.quality.attachment.TestFiles;
import coop.parasol.quality.sampling.rules.SampleDraw;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands between an auditor's findings and the decision: drafts of others, the last day of sale, the seed. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class UnsettledBatchIT {

    @Inject
    Events events;

    @Test
    void a_draft_of_another_auditor_is_seen_by_the_desk_before_a_decision_and_its_defect_counts() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        List<Long> units = VaseScenario.units(batch);
        ActingAs.auditor(
                        UUID.fromString(VaseScenario.ANITA),
                        () -> VaseScenario.save(
                                batch, UUID.randomUUID(), VaseScenario.results(units.subList(0, 1), "0.5")))
                .then()
                .statusCode(200);

        VaseScenario.submit(batch, VaseScenario.graded(VaseScenario.results(units, "1.5")))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SAMPLED"))
                .body("auditorsMissing", equalTo(0))
                .body("openDrafts", equalTo(1));

        assertThat(given().get("/batches?limit=200&awaitsDesk=true").jsonPath().getList("items.batchId", String.class))
                .contains(batch.toString());
        VaseScenario.post("/batches/" + batch + "/inspections/decision", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("awaitsDesk", equalTo(false));
        VaseScenario.post("/batches/" + batch + "/inspections/decision", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-awaiting-desk"));
    }

    @Test
    void when_the_other_auditor_submits_its_draft_the_plans_decide_without_the_desk() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        List<Long> units = VaseScenario.units(batch);
        UUID draft = UUID.randomUUID();
        UUID anita = UUID.fromString(VaseScenario.ANITA);
        ActingAs.auditor(
                anita, () -> VaseScenario.save(batch, draft, VaseScenario.results(units.subList(0, 1), "1.5")));
        VaseScenario.submit(batch, VaseScenario.graded(VaseScenario.results(units, "1.5")));

        Response submitted = ActingAs.auditor(
                anita, () -> VaseScenario.submit(batch, VaseScenario.graded(VaseScenario.results(units, "1.5"))));

        submitted.then().statusCode(201).body("outcome", equalTo("CERTIFIED"));
    }

    @Test
    void nothing_is_inspected_or_certified_past_its_last_day() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        List<Long> units = VaseScenario.units(batch);
        TestDatabase.sql("update batch set best_before = current_date - 2 where id = :p1", batch);

        VaseScenario.submit(batch, VaseScenario.graded(VaseScenario.results(units, "1.5")))
                .then()
                .statusCode(409)
                .body("code", equalTo("past-last-day"));
        vases.scrap(batch).then().statusCode(200).body("state", equalTo("SCRAPPED"));
    }

    @Test
    void the_producer_sees_the_digest_of_the_seed_at_once_and_seed_and_units_only_after_the_decision() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();
        Response before = ActingAs.producer(vases.member, () -> given().get("/batches/" + batch));
        before.then()
                .statusCode(200)
                .body("seedDigest", notNullValue())
                .body("seed", nullValue())
                .body("sampleUnits", nullValue());

        VaseScenario.inspect(batch, 0).then().statusCode(201).body("outcome", equalTo("CERTIFIED"));

        JsonPath after = ActingAs.producer(
                vases.member, () -> given().get("/batches/" + batch).jsonPath());
        assertThat(SampleDraw.digest(after.getString("seed")))
                .isEqualTo(before.jsonPath().getString("seedDigest"));
        assertThat(SampleDraw.units(after.getString("seed"), VaseScenario.LOT, VaseScenario.SAMPLE))
                .isEqualTo(after.getList("sampleUnits", Long.class));
    }

    @Test
    void a_unit_with_a_defect_is_not_sold_and_the_certificate_names_the_brand_lot() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("\"inspectionLevels\": {\"MINOR\": \"III\"},", """
                {"name": "scratch", "kind": "ATTRIBUTE", "defectClass": "MINOR"}""", "\"MINOR\": 4.0");
        UUID batch = vases.sampled();
        List<Long> units = VaseScenario.units(batch);
        long last = units.getLast();
        String scratched = VaseScenario.results(units, "1.5")
                .replace("{\"unit\": " + last + ", ", "{\"unit\": " + last + ", \"defects\": {\"scratch\": 1}, ");

        VaseScenario.submit(batch, VaseScenario.graded(scratched))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("CERTIFIED"));

        BatchCertified certified =
                events.await(BatchCertified.class, event -> event.batchId().equals(batch));
        assertThat(certified.quantity().value().longValueExact()).isEqualTo(VaseScenario.LOT - 1);
        assertThat(certified.brandLot())
                .matches("[0-9]{5}-[0-9A-HJKMNP-TV-Z]{8}")
                .isEqualTo(VaseScenario.shown(batch).getString("brandLot"));
        assertThat(VaseScenario.shown(batch).getList("nonconformingUnits", Long.class))
                .containsExactly(last);
    }

    @Test
    void an_auditor_attaches_nothing_to_a_batch_of_its_own_firm() {
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        UUID batch = vases.sampled();

        ActingAs.auditorWhoOwns(
                        vases.member,
                        UUID.fromString(VaseScenario.ANITA),
                        () -> given().contentType("application/octet-stream")
                                .body(TestFiles.png(7))
                                .put("/batches/" + batch + "/attachments/" + UUID.randomUUID()))
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict-of-interest"));
    }
}
