package coop.parasol.production.proposal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import coop.parasol.production.reliability.DeliveredWeeks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals over REST: seen by the producer that they are made to, and accepted with one call. */
@QuarkusTest
@TestSecurity(user = "own", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = ProposalRestTest.OWN))
class ProposalRestTest {

    static final String OWN = "0198c000-0000-7000-8000-00000009a09e";

    private static final String WEEK = Weeks.after(4).toString();

    @Inject
    DeliveredWeeks delivered;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();

    @BeforeEach
    void members_are_known() {
        MemberFixture.product(product, null);
        execute("insert into member (id, owner_id, name, state, open_commitments, batches_reported) values ('" + OWN
                + "', '" + OWN + "', 'Own Works', 'ACTIVE', 0, 0) on conflict do nothing");
        wanted(100);
        capacity(OWN, 80);
    }

    @AfterEach
    void nothing_is_left_for_others() {
        execute("delete from counted_commitment where member_id = '" + OWN + "'");
        execute("delete from capacity where member_id = '" + OWN + "'");
    }

    @Test
    void a_proposal_is_accepted_with_one_call_and_a_second_one_raises_the_commitment_of_its_route() {
        proposals()
                .body("items.product", contains(product))
                .body("items[0].wanted.value", equalTo("100"))
                .body("items[0].uncovered.value", equalTo("100"))
                .body("items[0].freeCapacity.value", equalTo("80"))
                .body("items[0].proposed.value", equalTo("80"))
                .body("items[0].route", nullValue());

        String commitment = accept("A", 50).statusCode(201).extract().path("commitmentId");
        proposals().body("items[0].proposed.value", equalTo("30")).body("items[0].route", equalTo("by hand"));
        accept("A", 30)
                .statusCode(201)
                .body("commitmentId", equalTo(commitment))
                .body("quantity.value", equalTo("80"));

        proposals().body("items", empty());
        given().get("/commitments/" + commitment).then().body("quantity.value", equalTo("80"));
    }

    @Test
    void what_is_no_longer_proposed_is_refused_and_the_answer_says_what_is() {
        UUID other = MemberFixture.member(Member.State.ACTIVE);
        capacity(other.toString(), 500);

        accept("A", 80)
                .statusCode(409)
                .body("code", equalTo("proposal-changed"))
                .body(
                        "detail",
                        equalTo("At the moment 50 is proposed to you of grade A for " + WEEK
                                + "; you may commit more by yourself."));
        accept("B", 1).statusCode(409).body("code", equalTo("proposal-changed"));
        accept("A", 0).statusCode(422).body("code", equalTo("not-positive"));
        accept("A", 50).statusCode(201);
    }

    @Test
    void page_after_page_each_week_and_product_comes_once() {
        String more = "P-" + UUID.randomUUID();
        MemberFixture.product(more, null);
        execute("insert into demand_outlook (product, grade, period, unit, open_orders) values ('" + more + "', 'A', '"
                + WEEK + "', 'C62', 9)");
        execute("insert into capacity (id, member_id, product, period, quantity, unit, version) values"
                + " (gen_random_uuid(), '" + OWN + "', '" + more + "', '" + WEEK + "', 9, 'C62', 0)");

        String next =
                proposals(1, null).body("items.size()", equalTo(1)).extract().path("next");
        String first = proposals(1, null).extract().path("items[0].product");
        proposals(1, next)
                .body("items.size()", equalTo(1))
                .body("items[0].product", not(equalTo(first)))
                .body("next", nullValue());
        given().queryParam("after", "nonsense")
                .get("/commitment-proposals")
                .then()
                .statusCode(422)
                .body("code", equalTo("malformed-cursor"));
    }

    @Test
    void a_producer_sees_what_it_has_delivered_of_what_counted() {
        UUID commitment = delivered.counted(UUID.fromString(OWN), product, Weeks.after(-1), 40);
        delivered.batch(UUID.fromString(OWN), product, commitment, 30, "A", delivered.endOf(Weeks.after(-1), -1));
        UUID other = MemberFixture.member(Member.State.ACTIVE);
        delivered.counted(other, product, Weeks.after(-2), 40);

        given().get("/reliability")
                .then()
                .statusCode(200)
                .body("items.product", contains(product))
                .body("items[0].memberId", equalTo(OWN))
                .body("items[0].counted.value", equalTo("40"))
                .body("items[0].delivered.value", equalTo("30"))
                .body("items[0].weeks.period", contains(Weeks.after(-1).toString()))
                .body("items[0].weeks.delivered.value", contains("30"));
    }

    private ValidatableResponse proposals() {
        return proposals(50, null);
    }

    private static ValidatableResponse proposals(int limit, @Nullable String after) {
        var call = given().queryParam("limit", limit);
        if (after != null) {
            call.queryParam("after", after);
        }
        return call.get("/commitment-proposals").then().statusCode(200);
    }

    private ValidatableResponse accept(String grade, long pieces) {
        return given().contentType("application/json")
                .body("""
                        {"product": "%s", "grade": "%s", "period": "%s", "route": "by hand",
                         "quantity": {"value": "%d", "unit": "C62"}}
                        """.formatted(product, grade, WEEK, pieces))
                .post("/commitment-proposals/acceptance")
                .then();
    }

    private void wanted(long pieces) {
        execute("insert into demand_outlook (product, grade, period, unit, open_orders) values ('" + product
                + "', 'A', '" + WEEK + "', 'C62', " + pieces + ")");
    }

    private void capacity(String member, long pieces) {
        execute("insert into capacity (id, member_id, product, period, quantity, unit, version) values"
                + " (gen_random_uuid(), '" + member + "', '" + product + "', '" + WEEK + "', " + pieces
                + ", 'C62', 0)");
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
