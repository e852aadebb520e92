package coop.parasol.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.ProductionEvent.CommitmentFulfilled;
import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Impersonation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Commitments of a producer, over REST, to the events and the outlook. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = CommitmentIT.MEMBER))
class CommitmentIT extends ProducerCalls {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000c1";
    private static final String ANOTHER = "0198c000-0000-7000-8000-0000000000c5";
    private static boolean activated;

    private final UUID member = UUID.fromString(MEMBER);

    @Override
    void activate() {
        if (!activated) {
            activated = true;
            events.publish(
                    new MemberActivated(UUID.fromString(ANOTHER), "Ravi", "ravi@example.org", FirmKind.PRODUCT, 2));
            events.publish(new MemberActivated(member, "Meera", "meera@example.org", FirmKind.PRODUCT, 1));
        }
    }

    @Test
    void a_commitment_is_made_raised_lowered_and_released_by_its_producer() {
        Response committed = commit(50);
        String id = committed.jsonPath().getString("commitmentId");
        String path = "/commitments/" + id;

        assertThat(committed.statusCode()).isEqualTo(201);
        assertThat(commit(50).jsonPath().getString("code")).isEqualTo("already-committed");
        given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"quantity\": {\"value\": \"60.5\", \"unit\": \"C62\"}}")
                .put(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-field"), "field", equalTo("quantity"));
        change(path, 80, committed.header("ETag")).then().statusCode(200).body("quantity.value", equalTo("80"));
        change(path, 70, committed.header("ETag")).then().statusCode(412);
        change(path, 40, "*").then().statusCode(200);
        given().header("If-Match", "*").delete(path).then().statusCode(200).body("state", equalTo("RELEASED"));
        change(path, 40, "*").then().statusCode(409).body("code", equalTo("commitment-not-open"));

        assertThat(events.await(
                                QuantityCommitted.class,
                                event -> event.commitmentId().toString().equals(id)
                                        && event.quantity().equals(Quantity.of(40, "C62")))
                        .route())
                .isEqualTo("cold process");
    }

    @Test
    void batches_count_towards_their_commitment_until_it_is_fulfilled() {
        String id = commit(50).jsonPath().getString("commitmentId");

        report("L1-" + product, 30, id).then().statusCode(201);
        change("/commitments/" + id, 29, "*").then().statusCode(422).body("code", equalTo("below-reported"));
        assertThat(outlook().getString("items[0].commitments.value")).isEqualTo("20");
        report("L2-" + product, 25, id).then().statusCode(201);

        events.await(
                CommitmentFulfilled.class,
                event -> event.commitmentId().toString().equals(id));
        assertThat(given().get("/commitments/" + id).jsonPath().getString("state"))
                .isEqualTo("FULFILLED");
        assertThat(report("L3-" + product, 1, id).jsonPath().getString("code")).isEqualTo("commitment-not-open");
    }

    @Test
    void a_commitment_released_after_a_report_is_fulfilled_with_what_is_reported() {
        String id = commit(50).jsonPath().getString("commitmentId");
        report("R1-" + product, 30, id).then().statusCode(201);

        given().header("If-Match", "*")
                .delete("/commitments/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FULFILLED"))
                .body("quantity.value", equalTo("30"));

        events.await(
                CommitmentFulfilled.class,
                event -> event.commitmentId().toString().equals(id));
        assertThat(events.all(
                                QuantityCommitted.class,
                                event -> event.commitmentId().toString().equals(id))
                        .getLast()
                        .quantity())
                .isEqualTo(Quantity.of(30, "C62"));
        assertThat(events.all(
                        CommitmentReleased.class,
                        event -> event.commitmentId().toString().equals(id)))
                .isEmpty();
        assertThat(outlook().getList("items")).as("nothing is to be expected").isEmpty();
    }

    @Test
    void a_sum_larger_than_any_quantity_is_shown_as_the_largest_quantity() {
        commit(999_999_999_999L, Weeks.after(60).toString()).then().statusCode(201);
        commit(1, Weeks.after(60).toString(), "another").then().statusCode(422).body("code", equalTo("over-capacity"));
        Impersonation.as(
                        "ravi",
                        Map.of("member_id", ANOTHER),
                        Set.of("producer"),
                        () -> commit(1, Weeks.after(60).toString()))
                .then()
                .statusCode(201);

        given().get("/outlook?product=" + product + "&period=" + Weeks.after(60))
                .then()
                .statusCode(200)
                .body("items[0].commitments.value", equalTo("999999999999"));
    }

    private JsonPath outlook() {
        return given().get("/outlook?product=" + product).jsonPath();
    }
}
