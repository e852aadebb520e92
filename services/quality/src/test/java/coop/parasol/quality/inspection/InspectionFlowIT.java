package coop.parasol.quality.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.contracts.QualityEvent.SupportCaseOpened;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inspections as auditors make them, and what follows for the producer, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk", "producer"})
@OidcSecurity(
        claims = {
            @Claim(key = "auditor_id", value = "0198c000-0000-7000-8000-00000000a101"),
            @Claim(key = "member_id", value = "0198c000-0000-7000-8000-00000000c101")
        })
class InspectionFlowIT {

    private static final UUID MEMBER = UUID.fromString("0198c000-0000-7000-8000-00000000c101");
    private static final String ARUN = "0198c000-0000-7000-8000-00000000a101";
    private static final String ANITA = "0198c000-0000-7000-8000-00000000a102";

    /** 40 units, AQL 1.0: 13 are inspected, none may be defective. */
    private static final long LOT = 40;

    private static final int SAMPLE = 13;

    @Inject
    Events events;

    @Inject
    Session database;

    private String product = "";

    @BeforeEach
    void auditors() {
        product = "VASE-" + UUID.randomUUID().toString().substring(0, 8);
        auditor(ARUN, "[]");
        auditor(ANITA, "[]");
    }

    @Test
    void the_grade_is_given_by_measured_values_and_saving_half_way_loses_nothing() {
        publish(
                "\"gradeRules\": [{\"grade\": \"A\", \"characteristic\": \"weight\", \"lower\": 1.5, \"upper\": 2.5}],");
        UUID batch = sampled();
        List<Long> units = shown(batch).getList("sampleUnits", Long.class);
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
        publish("");
        UUID batch = sampled();
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
    void two_auditors_inspect_where_the_standard_says_so_and_a_unit_is_defective_if_either_says_so() {
        publish("\"auditors\": 2,");
        UUID batch = sampled();
        List<Long> units = shown(batch).getList("sampleUnits", Long.class);
        UUID first = UUID.randomUUID();

        assertThat(submit(batch, "{\"inspected\": 13, \"defectives\": {}, \"grade\": \"A\"}")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("units-needed");
        assertThat(save(batch, first, graded(results(units, "0.5"))).statusCode())
                .isEqualTo(200);
        sql("update inspection set auditor_id = '" + ANITA + "', submitted_at = now() where id = '" + first + "'");
        Response second = submit(batch, graded(results(units, "2.0")));

        assertThat(second.jsonPath().getString("outcome")).isEqualTo("REJECTED");
        assertThat(second.jsonPath().getString("reason")).contains("13 defective in 13");
    }

    @Test
    void the_first_of_two_auditors_decides_nothing_and_cannot_be_the_second() {
        publish("\"auditors\": 2,");
        UUID batch = sampled();
        List<Long> units = shown(batch).getList("sampleUnits", Long.class);

        Response first = submit(batch, graded(results(units, "2.0")));
        Response again = submit(batch, graded(results(units, "2.0")));

        assertThat(first.jsonPath().getString("outcome")).isEqualTo("SAMPLED");
        assertThat(first.jsonPath().getInt("auditorsMissing")).isEqualTo(1);
        assertThat(again.jsonPath().getString("code")).isEqualTo("already-submitted");
        assertThat(workList()).doesNotContain(batch.toString());
    }

    @Test
    void a_rejected_batch_is_reworked_and_inspected_once_more() {
        publish("");
        UUID batch = rejected();

        Response rework = post("/batches/" + batch + "/rework", "{\"what\": \"filed down\"}");
        assertThat(rework.jsonPath().getString("state")).isEqualTo("REWORKED");
        assertThat(rework.jsonPath().getString("plans[0].severity")).isEqualTo("TIGHTENED");
        events.await(ReworkAnnounced.class, event -> event.batchId().equals(batch));
        assertThat(workList()).contains(batch.toString());

        assertThat(inspect(batch, shown(batch).getInt("sampleSize"), 0)
                        .jsonPath()
                        .getString("outcome"))
                .isEqualTo("CERTIFIED");
    }

    @Test
    void a_batch_rejected_twice_is_scrapped_and_opens_a_support_case() {
        publish("");
        UUID batch = rejected();
        post("/batches/" + batch + "/rework", "{\"what\": \"filed down\"}");

        assertThat(inspect(batch, shown(batch).getInt("sampleSize"), 1)
                        .jsonPath()
                        .getString("outcome"))
                .isEqualTo("SCRAPPED");
        assertThat(post("/batches/" + batch + "/rework", "{\"what\": \"again\"}")
                        .statusCode())
                .isEqualTo(409);
        events.await(BatchScrapped.class, event -> event.batchId().equals(batch));
        assertThat(events.await(
                                SupportCaseOpened.class,
                                event -> event.batchId().equals(batch))
                        .kind())
                .isEqualTo(SupportReason.REJECTED_TWICE);
    }

    @Test
    void a_rejected_batch_may_be_given_up() {
        publish("");
        UUID batch = rejected();

        assertThat(post("/batches/" + batch + "/scrapping", "{\"reason\": \"cracked\"}")
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("SCRAPPED");
        assertThat(post("/batches/" + batch + "/scrapping", "{\"reason\": \"cracked\"}")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("not-rejected");
    }

    @Test
    void two_rejected_batches_tighten_what_waits_and_five_more_discontinue_until_a_corrective_action_is_accepted() {
        publish("");
        UUID waiting = sampled();
        rejected();
        rejected();
        assertThat(shown(waiting).getString("plans[0].severity")).isEqualTo("TIGHTENED");
        for (int i = 0; i < 5; i++) {
            rejected();
        }

        assertThat(shown(waiting).getString("state")).isEqualTo("HELD");
        assertThat(inspect(waiting, SAMPLE, 0).statusCode()).isEqualTo(409);
        UUID late = reported();
        Awaitility.await().until(() -> given().get("/batches/" + late).statusCode() == 200);
        assertThat(shown(late).getString("state")).isEqualTo("HELD");
        assertThat(events.await(
                                SupportCaseOpened.class,
                                event -> event.product().equals(product))
                        .kind())
                .isEqualTo(SupportReason.DISCONTINUED);

        String action = post(
                        "/corrective-actions",
                        "{\"product\": \"" + product + "\", \"cause\": \"worn mould\", \"action\": \"new mould\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("correctiveActionId");
        assertThat(post("/corrective-actions/" + action + "/acceptance", "{}").statusCode())
                .isEqualTo(200);

        assertThat(shown(waiting).getString("state")).isEqualTo("SAMPLED");
        assertThat(shown(late).getString("plans[0].severity")).isEqualTo("TIGHTENED");
        assertThat(inspect(late, shown(late).getInt("sampleSize"), 0).jsonPath().getString("outcome"))
                .isEqualTo("CERTIFIED");
    }

    @Test
    void the_work_list_leaves_out_producers_the_auditor_has_an_interest_in() {
        publish("");
        UUID batch = sampled();
        assertThat(workList()).contains(batch.toString());

        auditor(ARUN, "[\"" + MEMBER + "\"]");

        assertThat(workList()).isEmpty();
    }

    @Test
    void anybody_may_ask_the_tables() {
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

    private void publish(String more) {
        String draft = post("/standards", """
                        {"product": "%s", "name": "Vase", "unit": "C62", "characteristics":
                         [{"name": "weight", "kind": "VARIABLE", "defectClass": "MAJOR", "unit": "GRM", "lower": 1.0}],
                         "aql": {"MAJOR": 1.0}, %s "grades": ["A", "B"]}
                        """.formatted(product, more))
                .then()
                .statusCode(201)
                .extract()
                .path("standardId");
        sql("update standard_draft set drafted_by = 'qasim' where id = '" + draft + "'");
        post("/standards/" + draft + "/approval", "{}").then().statusCode(200);
    }

    private UUID reported() {
        UUID batch = UUID.randomUUID();
        events.publish(new BatchReported(
                batch,
                MEMBER,
                product,
                "L-" + UUID.randomUUID(),
                Quantity.of(LOT, "C62"),
                LocalDate.of(2026, 11, 1),
                null,
                "by hand",
                null));
        return batch;
    }

    private UUID sampled() {
        UUID batch = reported();
        events.await(SampleDrawn.class, event -> event.batchId().equals(batch));
        return batch;
    }

    private UUID rejected() {
        UUID batch = sampled();
        inspect(batch, shown(batch).getInt("sampleSize"), 1)
                .then()
                .statusCode(201)
                .body("outcome", org.hamcrest.Matchers.equalTo("REJECTED"));
        return batch;
    }

    private List<String> workList() {
        return given().queryParam("product", product)
                .get("/work-list")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.batchId");
    }

    private static String results(List<Long> units, String weight) {
        return "{\"results\": ["
                + units.stream()
                        .map(unit -> "{\"unit\": " + unit + ", \"measurements\": {\"weight\": " + weight + "}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String graded(String results) {
        return results.substring(0, results.length() - 1) + ", \"grade\": \"A\"}";
    }

    private static Response save(UUID batch, UUID inspection, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/batches/" + batch + "/inspections/" + inspection);
    }

    private static Response submit(UUID batch, String body) {
        return post("/batches/" + batch + "/inspections", body);
    }

    private static Response inspect(UUID batch, int inspected, int major) {
        return submit(
                batch,
                "{\"inspected\": " + inspected + ", \"defectives\": {\"MAJOR\": " + major + "}, \"grade\": \"A\"}");
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static void auditor(String id, String interests) {
        given().contentType("application/json")
                .body("{\"name\": \"Somebody\", \"interests\": " + interests + "}")
                .put("/auditors/" + id)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    private static JsonPath shown(UUID batch) {
        return given().get("/batches/" + batch).then().statusCode(200).extract().jsonPath();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
