package coop.parasol.production.cost;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.erasure.OnPersonErased;
import coop.parasol.production.member.Member;
import coop.parasol.testing.Impersonation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a producer calculates of its costs is its own: it alone reads, changes and deletes it. */
@QuarkusTest
@TestSecurity(user = "nobody")
class CostCalculationTest {

    private static final List<String> OTHER_ROLES = List.of(
            "auditor",
            "partner",
            "registrar",
            "treasurer",
            "quality-desk",
            "pricing-desk",
            "logistics-desk",
            "administrator");

    @Inject
    Jdbi jdbi;

    @Inject
    OnPersonErased onPersonErased;

    private final String secret = "SECRET-" + UUID.randomUUID();
    private UUID member;
    private UUID other;

    @BeforeEach
    void members_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        other = MemberFixture.member(Member.State.ACTIVE);
    }

    @Test
    void a_producer_calculates_reads_changes_and_deletes_its_own() {
        Response created = as(member, () -> post(costs("80.00")));
        created.then()
                .statusCode(201)
                .body("memberId", equalTo(member.toString()))
                .body("result.total.amount", equalTo("66.50"))
                .body("result.fixedCosts.amount", equalTo("17.50"));
        String path = "/cost-calculations/" + created.path("calculationId");
        String seen = created.header("ETag");

        as(member, () -> put(path, "\"99\"", costs("90.00"))).then().statusCode(412);
        as(member, () -> put(path, seen, costs("90.00")))
                .then()
                .statusCode(200)
                .body("wantedPrice.amount", equalTo("90.00"));
        as(member, () -> given().get(path)).then().statusCode(200).body("name", equalTo(secret));
        as(member, () -> given().header("If-Match", seen).delete(path)).then().statusCode(412);
        as(member, () -> given().header("If-Match", "*").delete(path)).then().statusCode(204);
        as(member, () -> given().get(path)).then().statusCode(404);
    }

    @Test
    void nobody_else_reads_or_changes_it_whatever_its_role() {
        String path =
                "/cost-calculations/" + as(member, () -> post(costs("80.00"))).path("calculationId");

        as(other, () -> given().get(path)).then().statusCode(404);
        as(other, () -> put(path, "*", costs("1.00"))).then().statusCode(404);
        as(other, () -> given().header("If-Match", "*").delete(path)).then().statusCode(404);
        as(other, () -> given().get("/cost-calculations"))
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        for (String role : OTHER_ROLES) {
            Supplier<Response> read = () -> given().get(path);
            Impersonation.as("staff", Map.of(), Set.of(role), read).then().statusCode(403);
            Impersonation.as("staff", Map.of(), Set.of(role), () -> given().get("/cost-calculations"))
                    .then()
                    .statusCode(403);
            Impersonation.as("staff", Map.of(), Set.of(role), () -> put(path, "*", costs("1.00")))
                    .then()
                    .statusCode(403);
        }
        Impersonation.as(
                        "all at once",
                        Map.of("member_id", other.toString()),
                        Set.of("producer", "registrar", "treasurer", "pricing-desk", "administrator"),
                        () -> given().get(path))
                .then()
                .statusCode(404);
        as(member, () -> given().get("/cost-calculations"))
                .then()
                .statusCode(200)
                .body("items.memberId", everyItem(equalTo(member.toString())))
                .body("items[0].wantedPrice.amount", equalTo("80.00"));
    }

    @Test
    void nothing_of_it_is_in_an_event_and_all_of_it_is_erased_with_the_firm() {
        String path =
                "/cost-calculations/" + as(member, () -> post(costs("80.00"))).path("calculationId");
        as(member, () -> put(path, "*", costs("90.00"))).then().statusCode(200);
        assertThat(count("select count(*) from outbox where payload like :text", "%" + secret + "%"))
                .isZero();
        assertThat(count("select count(*) from cost_calculation where name = :text", secret))
                .isOne();

        QuarkusTransaction.requiringNew()
                .run(() -> onPersonErased.on(
                        new PersonErased(member, Instant.EPOCH),
                        new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("membership"))));
        assertThat(count("select count(*) from cost_calculation where name = :text", secret))
                .isZero();
    }

    @Test
    void an_amount_of_another_currency_or_beyond_all_bounds_is_refused_at_its_field() {
        as(member, () -> post(costs("80.00").replace("INR\", \"per", "EUR\", \"per")))
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong-currency"));
        as(member, () -> post(costs("80.00").replace("7000.00", "1000000000.01")))
                .then()
                .statusCode(422)
                .body("code", equalTo("impossible-amount"))
                .body("field", equalTo("fixedCosts.perWeek.amount"));
        as(member, () -> post(costs("-0.01"))).then().statusCode(422).body("field", equalTo("wantedPrice.amount"));
        as(member, () -> post(costs("80.00").replace("\"usedPerCent\": 80", "\"usedPerCent\": 0")))
                .then()
                .statusCode(422);
        as(member, () -> post(costs("80.00").replace("\"units\": 100", "\"units\": 0")))
                .then()
                .statusCode(422);
    }

    private String costs(String wanted) {
        return """
                {"name": "%s", "product": "SOAP", "units": 100,
                 "materials": [{"name": "oil", "quantity": 12.5, "price": {"amount": "320.00", "currency": "INR", "per": 1}}],
                 "work": [{"step": "mix", "hours": 6, "hourlyRate": {"amount": "150.00", "currency": "INR"}}],
                 "fixedCosts": {"perWeek": {"amount": "7000.00", "currency": "INR"}, "unitsPerWeek": 500, "usedPerCent": 80},
                 "wantedPrice": {"amount": "%s", "currency": "INR", "per": 1}}
                """.formatted(secret, wanted);
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/cost-calculations");
    }

    private static Response put(String path, String seen, String body) {
        return given().contentType("application/json")
                .header("If-Match", seen)
                .body(body)
                .put(path);
    }

    private static Response as(UUID memberId, Supplier<Response> call) {
        return Impersonation.as("p-" + memberId, Map.of("member_id", memberId.toString()), Set.of("producer"), call);
    }

    private long count(String sql, String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("text", text)
                        .mapTo(Long.class)
                        .one()));
    }
}
