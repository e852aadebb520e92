package coop.parasol.quality.inspection;

import static coop.parasol.quality.VaseScenario.graded;
import static coop.parasol.quality.VaseScenario.inspect;
import static coop.parasol.quality.VaseScenario.results;
import static coop.parasol.quality.VaseScenario.save;
import static coop.parasol.quality.VaseScenario.submit;
import static coop.parasol.quality.VaseScenario.units;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inspections as auditors make them, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class InspectionFlowIT {

    @Inject
    Events events;

    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
    }

    @Test
    void the_grade_is_given_by_measured_values_and_saving_half_way_loses_nothing() {
        vases.publish(
                "\"gradeRules\": [{\"grade\": \"A\", \"characteristic\": \"weight\", \"lower\": 1.5, \"upper\": 2.5}],");
        UUID batch = vases.sampled();
        List<Long> units = units(batch);
        UUID inspection = UUID.randomUUID();
        String some = results(units.subList(0, 5), "2.0");
        String all = results(units, "2.0").replaceFirst("2\\.0", "1.2");

        assertThat(save(batch, inspection, some).statusCode()).isEqualTo(200);
        assertThat(submit(batch, "{\"inspectionId\": \"" + inspection + "\"}")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("unit-missing");
        assertThat(save(batch, inspection, all).jsonPath().getString("state")).isEqualTo("DRAFT");
        Response submitted = submit(batch, "{\"inspectionId\": \"" + inspection + "\"}");

        assertThat(submitted.jsonPath().getString("outcome")).isEqualTo("CERTIFIED");
        assertThat(submitted.jsonPath().getString("grade")).isEqualTo("B");
        assertThat(events.await(BatchCertified.class, event -> event.batchId().equals(batch))
                        .grade())
                .isEqualTo("B");
    }

    @Test
    void what_is_sent_twice_under_one_id_is_one_inspection() {
        vases.publish("");
        UUID batch = vases.sampled();
        String body = "{\"inspectionId\": \"" + UUID.randomUUID()
                + "\", \"inspected\": 13, \"defectives\": {\"MAJOR\": 0}," + " \"grade\": \"A\"}";

        assertThat(submit(batch, body).statusCode()).isEqualTo(201);
        Response again = submit(batch, body);
        Response other = submit(batch, body.replace("\"MAJOR\": 0", "\"MAJOR\": 1"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("outcome")).isEqualTo("CERTIFIED");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(given().get("/batches/" + batch + "/inspections").jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void what_is_sent_again_after_the_batch_was_suspended_is_still_one_inspection() {
        vases.publish("");
        UUID batch = vases.sampled();
        String body = "{\"inspectionId\": \"" + UUID.randomUUID()
                + "\", \"inspected\": 13, \"defectives\": {\"MAJOR\": 0}, \"grade\": \"A\"}";
        submit(batch, body).then().statusCode(201);
        TestDatabase.sql("update batch set state = 'SUSPENDED' where id = '" + batch + "'");

        Response again = submit(batch, body);
        Response another = inspect(batch, 0);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("outcome")).isEqualTo("SUSPENDED");
        assertThat(another.statusCode()).isEqualTo(409);
        assertThat(another.jsonPath().getString("code")).isEqualTo("not-awaiting-inspection");
    }

    @Test
    void an_inspection_that_is_begun_is_judged_by_the_standard_and_the_plan_it_was_begun_with() {
        vases.publish("");
        UUID batch = vases.sampled();
        UUID inspection = UUID.randomUUID();
        String whole = graded(results(units(batch), "2.0"));
        save(batch, inspection, results(units(batch).subList(0, 3), "2.0"))
                .then()
                .statusCode(200);
        vases.rejected();
        vases.rejected();
        vases.publish("\"auditors\": 2, \"destructive\": true,");

        Response submitted = submit(batch, whole.replaceFirst("\\{", "{\"inspectionId\": \"" + inspection + "\", "));

        submitted.then().statusCode(201);
        assertThat(submitted.jsonPath().getString("outcome")).isEqualTo("CERTIFIED");
        assertThat(VaseScenario.shown(batch).getInt("standardVersion")).isEqualTo(1);
        assertThat(VaseScenario.shown(batch).getString("plans[0].severity")).isEqualTo("NORMAL");
        assertThat(events.await(BatchCertified.class, event -> event.batchId().equals(batch))
                        .quantity()
                        .value())
                .isEqualByComparingTo("40");
    }

    @Test
    void a_draft_saved_meanwhile_from_another_device_is_not_overwritten() {
        vases.publish("");
        UUID batch = vases.sampled();
        UUID inspection = UUID.randomUUID();
        String path = "/batches/" + batch + "/inspections/" + inspection;
        String seen = save(batch, inspection, results(units(batch).subList(0, 2), "2.0"))
                .header("ETag");
        save(batch, inspection, results(units(batch).subList(0, 7), "2.0"))
                .then()
                .statusCode(200);

        given().header("If-Match", seen)
                .contentType("application/json")
                .body(results(units(batch).subList(0, 3), "0.5"))
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("changed-meanwhile"));

        Response now = given().get(path);
        assertThat(now.jsonPath().getList("results")).hasSize(7);
        given().header("If-Match", now.header("ETag"))
                .contentType("application/json")
                .body(results(units(batch).subList(0, 8), "2.0"))
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void units_that_a_destructive_inspection_uses_up_are_not_certified() {
        vases.publish("\"destructive\": true,");
        UUID batch = vases.sampled(VaseScenario.LOT);

        String number = inspect(batch, 0)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("CERTIFIED"))
                .extract()
                .path("certificateNumber");

        assertThat(events.await(BatchCertified.class, event -> event.batchId().equals(batch))
                        .quantity())
                .isEqualTo(Quantity.of(VaseScenario.LOT - VaseScenario.SAMPLE, "C62"));
        given().get("/certificates/" + number).then().body("quantity.value", equalTo("27"));
        assertThat(VaseScenario.shown(batch).getString("quantity.value"))
                .as("what was made is what was made")
                .isEqualTo("40");
    }

    @Test
    void a_lot_that_a_destructive_inspection_uses_up_whole_is_not_certified() {
        vases.publish("\"destructive\": true,");
        UUID batch = vases.sampled(VaseScenario.SAMPLE);

        Response judged = inspect(batch, 0);

        assertThat(judged.jsonPath().getString("outcome")).isEqualTo("SCRAPPED");
        assertThat(judged.jsonPath().getString("reason")).contains("used up the whole lot");
        ActingAs.producer(vases.member, () -> given().get("/producers/" + vases.member + "/quality"))
                .then()
                .statusCode(200)
                .body("items[0].acceptedFirst", equalTo(1))
                .body("items[0].rejectsByDefect", empty());
    }

    @Test
    void anybody_with_an_account_may_look_up_sampling_plans() {
        JsonPath plan = given().queryParam("lotSize", 1000)
                .queryParam("aql", "1.0")
                .queryParam("severity", "REDUCED")
                .get("/sampling-plans")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(List.of(plan.getInt("sampleSize"), plan.getInt("acceptance"), plan.getInt("rejection")))
                .containsExactly(32, 1, 3);
        assertThat(given().queryParam("lotSize", 1000)
                        .queryParam("aql", "1.0")
                        .get("/sampling-plans/oc")
                        .jsonPath()
                        .getDouble("acceptedAt10"))
                .isBetween(6.51, 6.53);
        assertThat(given().queryParam("lotSize", 1000)
                        .queryParam("aql", "3")
                        .get("/sampling-plans")
                        .statusCode())
                .isEqualTo(422);
    }
}
