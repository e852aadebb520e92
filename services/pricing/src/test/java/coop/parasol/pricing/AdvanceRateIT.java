package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.contracts.Money;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Rates of advances: by two persons, within what the members have decided, and simulated before. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class AdvanceRateIT extends AdvanceDesk {

    @Test
    void all_advances_together_stay_within_the_limit_of_the_bylaws() {
        JsonPath before = given().get("/advance-limit").jsonPath();
        Money limit = Money.of(before.getString("outstanding.amount"), "INR").plus(Money.of("650.00", "INR"));
        bylaws(LATER_BYLAWS, "6000", limit.amount());
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        certified(400);

        assertThat(granted().amount()).isEqualTo(Money.of("648.00", "INR"));
        assertThat(given().get("/advance-limit").jsonPath().getString("room.amount"))
                .isEqualTo("2.00");
    }

    @Test
    void a_rate_is_approved_by_another_person_and_never_above_the_bylaws() {
        propose(6_001).then().statusCode(422).body("field", equalTo("rate")).body("code", equalTo("above-bylaws"));
        String rate = propose(5_000).jsonPath().getString("rateId");
        approve(rate).then().statusCode(403).body("code", equalTo("same-person"));
        draftedByAnotherPerson("advance_rate", rate);
        bylaws(LATER_BYLAWS, "4000", "100000000.00");
        approve(rate).then().statusCode(409).body("code", equalTo("above-bylaws"));
        execute("delete from pool_bylaw where bylaws_version >= " + LATER_BYLAWS);
        given().get("/advance-rates/" + rate)
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("rate", equalTo(5_000));
        approve(rate).then().statusCode(200).body("state", equalTo("APPROVED"));
        given().get("/advance-rates/" + rate).then().body("state", equalTo("APPROVED"));
        given().get("/advance-rates/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        approve(rate).then().statusCode(409).body("code", equalTo("not-proposed"));
    }

    @Test
    void a_proposed_rate_is_withdrawn_by_its_proposer_and_not_approved_any_more() {
        String rate = propose(5_000).jsonPath().getString("rateId");

        given().delete("/advance-rates/" + rate)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawnBy", equalTo("priya"));
        given().delete("/advance-rates/" + rate).then().statusCode(409).body("code", equalTo("not-proposed"));
        draftedByAnotherPerson("advance_rate", rate);
        approve(rate).then().statusCode(409).body("code", equalTo("not-proposed"));
        String next = propose(4_000).jsonPath().getString("rateId");
        draftedByAnotherPerson("advance_rate", next);
        approve(next).then().statusCode(200);
        given().delete("/advance-rates/" + next).then().statusCode(409).body("code", equalTo("not-proposed"));
    }

    @Test
    void a_rate_above_the_maximum_that_the_members_have_lowered_is_cut_to_it() {
        approvedRate(6_000);
        bylaws(LATER_BYLAWS, "3000", "100000000.00");
        committed(400, 400);
        reported(400);
        certified(400);

        assertThat(granted().amount()).isEqualTo(Money.of("1200.00", "INR"));
    }

    @Test
    void before_a_rate_is_approved_the_desk_sees_what_it_would_have_advanced() {
        committed(400, 100);
        reported(400);
        certified(400);

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .untilAsserted(() -> given().get("/advance-rates/simulation?product=" + product + "&rate=6000&weeks=4")
                        .then()
                        .statusCode(200)
                        .body("batches", equalTo(1))
                        .body("batchesWithAdvance", equalTo(1))
                        .body("certified.value", equalTo("400"))
                        .body("advancedOn.value", equalTo("100"))
                        .body("amount.amount", equalTo("600.00")));
        assertThat(events.all(AdvanceGranted.class, event -> event.memberId().equals(member)))
                .isEmpty();
    }
}
