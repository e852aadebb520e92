package coop.parasol.production.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.MemberFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By which steps, on which machines, a batch was made: told with its report, corrected with it, and a copy of that day. */
@QuarkusTest
@TestSecurity(user = "asha", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = ProcessStepsTest.MEMBER))
class ProcessStepsTest {

    static final String MEMBER = "0198c0de-0000-7000-8000-000000011701";

    private static final Map<String, String> CASTING = Map.of("name", "casting", "machine", "furnace 1");
    private static final Map<String, String> POLISHING = Map.of("name", "polishing");

    @Inject
    FirmClock clock;

    @Inject
    BatchChangeScenario scenario;

    private final String product = "P-" + UUID.randomUUID();

    @BeforeEach
    void member_and_product_are_known() {
        MemberFixture.activeMember(UUID.fromString(MEMBER));
        MemberFixture.product(product, null);
    }

    @Test
    void the_steps_of_a_batch_are_kept_in_their_order_with_their_machines() {
        String batch = report("L-1", List.of(CASTING, POLISHING))
                .statusCode(201)
                .extract()
                .path("batchId");

        given().get("/batches/" + batch)
                .then()
                .body("steps.name", contains("casting", "polishing"))
                .body("steps[0].machine", equalTo("furnace 1"))
                .body("steps[1]", not(hasKey("machine")));
        given().get("/batches/" + report("L-2", List.of()).extract().path("batchId"))
                .then()
                .body("steps", empty());
    }

    @Test
    void the_same_report_with_its_steps_is_the_same_batch_and_with_others_another_content() {
        report("L-3", List.of(CASTING, POLISHING)).statusCode(201);

        report("L-3", List.of(Map.of("name", " casting ", "machine", "furnace 1"), POLISHING))
                .statusCode(200);
        report("L-3", List.of(POLISHING, CASTING)).statusCode(409).body("code", equalTo("lot-already-reported"));
        report("L-3", List.of()).statusCode(409);
    }

    @Test
    void many_batches_have_steps_each_and_a_step_without_a_name_is_named() {
        given().contentType(ContentType.JSON)
                .body(List.of(batch("L-4", List.of(CASTING)), batch("L-5", List.of(CASTING, Map.of("machine", "M2")))))
                .post("/batches/bulk")
                .then()
                .statusCode(200)
                .body("[0].result.steps.machine", contains("furnace 1"))
                .body("[1].status", equalTo(422))
                .body("[1].problem.field", equalTo("steps[1].name"));
        report("L-6", List.of(Map.of("name", "x".repeat(101)))).statusCode(422).body("field", equalTo("steps[0].name"));
    }

    @Test
    void a_correction_says_all_steps_as_they_are_to_be() {
        UUID batch = UUID.fromString(
                report("L-7", List.of(CASTING)).statusCode(201).extract().path("batchId"));
        Map<String, Object> correction = batch("L-7", List.of(POLISHING, CASTING));
        correction.keySet().removeAll(List.of("product", "lot"));

        String change = given().contentType(ContentType.JSON)
                .body(correction)
                .post("/batches/" + batch + "/corrections")
                .then()
                .statusCode(202)
                .extract()
                .path("changeId");
        given().get("/batches/" + batch).then().body("steps.name", contains("casting"));
        scenario.answer(UUID.fromString(MEMBER), batch, UUID.fromString(change), BatchChangeAnswer.ACCEPTED);

        given().get("/batches/" + batch).then().body("steps.name", contains("polishing", "casting"));
        Batch stored = QuarkusTransaction.requiringNew().call(() -> Batch.reported(batch));
        assertThat(stored.processSteps())
                .containsExactly(new ProcessStep("polishing", null), new ProcessStep("casting", "furnace 1"));
    }

    private ValidatableResponse report(String lot, List<Map<String, String>> steps) {
        return given().contentType(ContentType.JSON)
                .body(batch(lot, steps))
                .post("/batches")
                .then();
    }

    private Map<String, Object> batch(String lot, List<Map<String, String>> steps) {
        Map<String, Object> batch = new HashMap<>();
        batch.put("product", product);
        batch.put("lot", lot + product);
        batch.put("quantity", Map.of("value", 10, "unit", "C62"));
        batch.put("madeOn", clock.today().toString());
        batch.put("route", "lost wax");
        if (!steps.isEmpty()) {
            batch.put("steps", steps);
        }
        return batch;
    }
}
