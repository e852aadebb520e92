package coop.parasol.production.process;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import coop.parasol.testing.Impersonation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A producer's hours bound what it commits, and nobody else reads how it makes its products. */
@QuarkusTest
@TestSecurity(user = "nobody")
class ProcessPlanTest {

    private static final String WEEK = Weeks.after(6).toString();

    private final String product = "P-" + UUID.randomUUID();
    private UUID member;

    @BeforeEach
    void a_member_and_a_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void without_a_plan_nothing_but_a_declared_capacity_bounds_a_commitment() {
        own(() -> given().get("/process-plan"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("routes", equalTo(List.of()));
        commit(1).then().statusCode(422).body("code", equalTo("capacity-not-declared"));
        own(() -> given().contentType("application/json")
                        .header("If-Match", "*")
                        .body("{\"quantity\": {\"value\": \"1000000\", \"unit\": \"C62\"}}")
                        .put("/capacities/" + product + "/" + WEEK))
                .then()
                .statusCode(200);
        commit(1_000_000).then().statusCode(201);
    }

    @Test
    void the_bottleneck_bounds_a_commitment_and_its_raising_with_the_hours_in_words() {
        own(() -> put("\"0\"", plan(40, "[]"))).then().statusCode(200);

        commit(161)
                .then()
                .statusCode(422)
                .body("code", equalTo("over-process-capacity"))
                .body("detail", containsString("kiln has 40.00 hours in this week"));
        String commitment = commit(150).then().statusCode(201).extract().path("commitmentId");
        own(() -> raise(commitment, 161)).then().statusCode(422).body("code", equalTo("over-process-capacity"));
        own(() -> raise(commitment, 160)).then().statusCode(200);
        own(() -> given().get("/process-plan/loads?weeks=8"))
                .then()
                .statusCode(200)
                .body("find { it.period == '" + WEEK + "' }.workCenters[0].taken", equalTo(40.0f));
    }

    @Test
    void a_closed_day_takes_hours_and_a_holiday_of_the_firm_as_well() {
        String monday = Weeks.after(6).monday().toString();
        String tuesday = Weeks.after(6).monday().plusDays(1).toString();
        own(() -> put("\"0\"", plan(40, "[\"" + monday + "\"]"))).then().statusCode(200);
        commit(129).then().statusCode(422);
        registrar(() -> given().contentType("application/json")
                        .body("{\"day\": \"" + tuesday + "\", \"name\": \"Diwali\"}")
                        .post("/firm-holidays"))
                .then()
                .statusCode(200);
        commit(97).then().statusCode(422);
        commit(96).then().statusCode(201);
        own(() -> given().get("/firm-holidays")).then().statusCode(200);
        own(() -> given().delete("/firm-holidays/" + tuesday)).then().statusCode(403);
        registrar(() -> given().delete("/firm-holidays/" + tuesday)).then().statusCode(204);
        registrar(() -> given().delete("/firm-holidays/" + tuesday)).then().statusCode(404);
    }

    @Test
    void a_plan_is_its_producers_own_and_changed_as_it_was_seen() {
        own(() -> put("\"0\"", plan(40, "[]"))).then().statusCode(200);
        own(() -> put("\"99\"", plan(50, "[]"))).then().statusCode(412);
        as(MemberFixture.member(Member.State.ACTIVE), () -> given().get("/process-plan"))
                .then()
                .statusCode(200)
                .body("workCenters", equalTo(List.of()));
        for (String role : List.of("registrar", "quality-desk", "pricing-desk", "logistics-desk", "administrator")) {
            Impersonation.as("staff", Map.of(), Set.of(role), () -> given().get("/process-plan"))
                    .then()
                    .statusCode(403);
            Impersonation.as("staff", Map.of(), Set.of(role), () -> given().get("/process-plan/loads"))
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_plan_that_contradicts_itself_is_refused_at_its_field() {
        own(() -> put("\"0\"", plan(40, "[]").replace("\"workCenter\": \"kiln\"", "\"workCenter\": \"oven\"")))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-work-center"))
                .body("field", equalTo("routes[0].steps[0].workCenter"));
        own(() -> put("\"0\"", plan(40, "[]").replace(product, "NO-SUCH")))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-product"));
    }

    private String plan(int hours, String closedDays) {
        return """
                {"workCenters": [{"name": "kiln", "hoursPerWeek": %d, "daysPerWeek": 5}], "closedDays": %s,
                 "routes": [{"product": "%s", "steps": [{"name": "fire", "machine": "K2", "workCenter": "kiln", "hoursPerUnit": 0.25}]}]}
                """.formatted(hours, closedDays, product);
    }

    private Response commit(long pieces) {
        return own(() -> given().contentType("application/json")
                .body("""
                        {"product": "%s", "period": "%s", "quantity": {"value": "%d", "unit": "C62"}, "route": "hand"}
                        """.formatted(product, WEEK, pieces))
                .post("/commitments"));
    }

    private static Response raise(String commitment, long pieces) {
        return given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"quantity\": {\"value\": \"" + pieces + "\", \"unit\": \"C62\"}}")
                .put("/commitments/" + commitment);
    }

    private static Response put(String seen, String body) {
        return given().contentType("application/json")
                .header("If-Match", seen)
                .body(body)
                .put("/process-plan");
    }

    private Response own(Supplier<Response> call) {
        return as(member, call);
    }

    private static Response registrar(Supplier<Response> call) {
        return Impersonation.as("registrar", Map.of(), Set.of("registrar"), call);
    }

    private static Response as(UUID memberId, Supplier<Response> call) {
        return Impersonation.as("p-" + memberId, Map.of("member_id", memberId.toString()), Set.of("producer"), call);
    }
}
