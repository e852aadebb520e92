package coop.parasol.quality.inspection;

import static coop.parasol.quality.VaseScenario.inspect;
import static coop.parasol.quality.VaseScenario.post;
import static coop.parasol.quality.VaseScenario.shown;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.contracts.QualityEvent.SupportCaseOpened;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows for a producer from rejections, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class ReworkFlowIT {

    @Inject
    Events events;

    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
        vases.publish("");
    }

    @Test
    void a_rejected_batch_is_reworked_and_inspected_once_more() {
        UUID batch = vases.rejected();

        Response rework = vases.rework(batch);
        assertThat(rework.jsonPath().getString("state")).isEqualTo("REWORKED");
        assertThat(rework.jsonPath().getString("plans[0].severity")).isEqualTo("TIGHTENED");
        events.await(ReworkAnnounced.class, event -> event.batchId().equals(batch));
        given().get("/work-list?product=" + vases.product)
                .then()
                .body("items[0].batchId", equalTo(batch.toString()))
                .body("items[0].reinspection", equalTo(true));

        assertThat(inspect(batch, 0).jsonPath().getString("outcome")).isEqualTo("CERTIFIED");
    }

    @Test
    void a_batch_rejected_twice_is_scrapped_and_opens_a_support_case() {
        UUID batch = vases.rejected();
        vases.rework(batch);

        assertThat(inspect(batch, 1).jsonPath().getString("outcome")).isEqualTo("SCRAPPED");
        assertThat(vases.rework(batch).statusCode()).isEqualTo(409);
        events.await(BatchScrapped.class, event -> event.batchId().equals(batch));
        SupportCaseOpened opened =
                events.await(SupportCaseOpened.class, event -> event.batchId().equals(batch));
        assertThat(opened.kind()).isEqualTo(SupportReason.REJECTED_TWICE);
        assertThat(opened.lot()).isNotBlank();
        assertThat(opened.rejectedBy()).isNotEmpty();
    }

    @Test
    void units_that_both_destructive_inspections_have_used_up_are_not_certified() {
        vases.publish("\"reinspection\": \"NORMAL\", \"destructive\": true,");
        UUID batch = vases.sampled(1000);
        List<Long> first = VaseScenario.units(batch);
        inspect(batch, 3).then().statusCode(201).body("outcome", equalTo("REJECTED"));
        vases.rework(batch).then().statusCode(200).body("destroyedUnits", equalTo(80));
        List<Long> second = VaseScenario.units(batch);

        inspect(batch, 0).then().statusCode(201).body("outcome", equalTo("CERTIFIED"));

        assertThat(first).hasSize(80);
        assertThat(second).hasSize(80).doesNotContainAnyElementsOf(first);
        assertThat(events.await(BatchCertified.class, event -> event.batchId().equals(batch))
                        .quantity())
                .isEqualTo(Quantity.of(1000 - 2 * 80, "C62"));
    }

    @Test
    void the_second_sample_is_planned_for_what_the_first_has_left() {
        vases.publish("\"reinspection\": \"NORMAL\", \"destructive\": true,");
        UUID batch = vases.sampled(20);
        inspect(batch, 1).then().statusCode(201).body("outcome", equalTo("REJECTED"));

        vases.rework(batch).then().statusCode(200).body("sampleSize", equalTo(7));

        inspect(batch, 0).then().statusCode(201).body("outcome", equalTo("SCRAPPED"));
        assertThat(shown(batch).getString("reason")).contains("used up the whole lot");
        assertThat(shown(batch).getString("why.code")).isEqualTo("USED_UP");
    }

    @Test
    void nothing_is_reworked_of_a_lot_that_is_used_up() {
        vases.publish("\"destructive\": true,");
        UUID batch = vases.sampled(VaseScenario.SAMPLE);
        inspect(batch, 1).then().statusCode(201).body("outcome", equalTo("REJECTED"));

        vases.rework(batch).then().statusCode(409).body("code", equalTo("lot-used-up"));
        assertThat(vases.scrap(batch).jsonPath().getString("state")).isEqualTo("SCRAPPED");
    }

    @Test
    void a_rejected_batch_may_be_given_up() {
        UUID batch = vases.rejected();

        assertThat(vases.scrap(batch).jsonPath().getString("state")).isEqualTo("SCRAPPED");
        assertThat(vases.scrap(batch).jsonPath().getString("code")).isEqualTo("not-rejected");
    }

    @Test
    void two_rejected_batches_tighten_what_waits_and_five_more_discontinue_until_a_corrective_action_is_accepted() {
        UUID waiting = vases.sampled();
        vases.rejected();
        vases.rejected();
        assertThat(shown(waiting).getString("plans[0].severity")).isEqualTo("TIGHTENED");
        for (int i = 0; i < 5; i++) {
            vases.rejected();
        }

        assertThat(shown(waiting).getString("state")).isEqualTo("HELD");
        assertThat(inspect(waiting, 0).statusCode()).isEqualTo(409);
        UUID late = vases.reported();
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> given().get("/batches/" + late).statusCode() == 200);
        assertThat(shown(late).getString("state")).isEqualTo("HELD");
        assertThat(workList()).as("while the series is discontinued").isEmpty();
        assertThat(events.await(
                                SupportCaseOpened.class,
                                event -> event.product().equals(vases.product))
                        .kind())
                .isEqualTo(SupportReason.DISCONTINUED);

        String action = ActingAs.producer(
                        vases.member,
                        () -> post(
                                "/corrective-actions",
                                "{\"product\": \"" + vases.product
                                        + "\", \"cause\": \"worn mould\", \"action\": \"new mould\", \"owner\": \"Asha\", \"dueOn\": \"2099-01-01\"}"))
                .then()
                .statusCode(201)
                .extract()
                .path("correctiveActionId");
        assertThat(post("/corrective-actions/" + action + "/acceptance", "{}").statusCode())
                .isEqualTo(200);

        assertThat(shown(waiting).getString("state")).isEqualTo("SAMPLED");
        assertThat(shown(late).getString("plans[0].severity")).isEqualTo("TIGHTENED");
        assertThat(workList()).containsExactlyInAnyOrder(waiting.toString(), late.toString());
        assertThat(inspect(late, 0).jsonPath().getString("outcome")).isEqualTo("CERTIFIED");
        assertThat(workList()).containsExactly(waiting.toString());
    }

    private List<String> workList() {
        return given().get("/work-list?product=" + vases.product)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.batchId");
    }
}
