package coop.parasol.production.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import coop.parasol.contracts.Period;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sharing over REST: only a producer decides about its own commitments, offers and handovers. */
@QuarkusTest
@TestSecurity(user = "own", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = SharingRestTest.OWN))
class SharingRestTest {

    static final String OWN = "0198c000-0000-7000-8000-00000000c0de";
    static final String RECEIVING = "0198c000-0000-7000-8000-00000000c0df";

    private static final String WEEK = Weeks.after(4).toString();

    @Inject
    CommitmentFixture commitments;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID other;

    @BeforeEach
    void members_are_known() {
        other = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        execute("insert into member (id, owner_id, name, state, open_commitments, batches_reported) values ('" + OWN
                + "', '" + OWN + "', 'Own Works', 'ACTIVE', 0, 0) on conflict do nothing");
        commitments.declare(UUID.fromString(OWN), product, Period.parse(WEEK), 1_000);
        execute("update member set name = 'Works " + other + "' where id = '" + other + "'");
    }

    @Test
    void an_own_commitment_is_offered_seen_and_withdrawn() {
        UUID commitment = commitments.commit(UUID.fromString(OWN), product, WEEK, 50);
        String offer = post("/shared-offers", offer(commitment, 20, other))
                .then()
                .statusCode(201)
                .body("toAll", equalTo(false))
                .body("to[0].name", equalTo("Works " + other))
                .body("originatorShare", equalTo(300))
                .extract()
                .path("offerId");

        given().get("/shared-offers").then().statusCode(200).body("items[0].offerId", equalTo(offer));
        given().queryParam("limit", 200)
                .get("/shared-offers/open")
                .then()
                .statusCode(200)
                .body("items.offerId", not(hasItem(offer)));
        given().get("/shared-offers/" + offer).then().statusCode(404);
        given().delete("/shared-offers/" + offer).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void anothers_offer_is_seen_with_its_name_and_taken() {
        UUID commitment = commitments.commit(other, product, WEEK, 50);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        execute("insert into shared_offer (id, member_id, commitment_id, product, grade, period, unit,"
                                + " offered, taken, to_all, originator_share, state, offered_at, version) values ('"
                                + commitment
                                + "', '" + other + "', '" + commitment + "', '" + product + "', 'A', '" + WEEK
                                + "', 'C62', 30, 0, true, 250, 'OPEN', now(), 0)"));

        given().queryParam("limit", 200)
                .get("/shared-offers/open")
                .then()
                .statusCode(200)
                .body("items.find { it.offerId == '" + commitment + "' }.originator.name", equalTo("Works " + other));
        given().get("/shared-offers/" + commitment)
                .then()
                .statusCode(200)
                .body("originator.name", equalTo("Works " + other))
                .body("available.value", equalTo("30"));
        post("/shared-offers/" + commitment + "/parts", part(10))
                .then()
                .statusCode(201)
                .body("memberId", equalTo(OWN))
                .body("originatorShare", equalTo(250))
                .body("quantity.value", equalTo("10"));
        given().get("/shared-offers/taken")
                .then()
                .statusCode(200)
                .body("items[0].originator.name", equalTo("Works " + other));
        post("/shared-offers/" + commitment + "/parts", part(21)).then().statusCode(422);
        given().get("/shared-offers/" + commitment).then().statusCode(200).body("available.value", equalTo("20"));
        post("/shared-offers/" + commitment + "/parts", part(20)).then().statusCode(201);
        given().get("/shared-offers/" + commitment).then().statusCode(404);
    }

    @Test
    void an_offer_that_is_made_to_others_or_whose_week_is_frozen_is_not_shown() {
        UUID commitment = commitments.commit(other, product, WEEK, 50);
        execute("insert into shared_offer (id, member_id, commitment_id, product, grade, period, unit, offered, taken,"
                + " to_all, originator_share, state, offered_at, version) values ('" + commitment + "', '" + other
                + "', '" + commitment + "', '" + product + "', 'A', '" + WEEK
                + "', 'C62', 30, 0, false, 250, 'OPEN', now(), 0)");
        given().get("/shared-offers/" + commitment).then().statusCode(404);

        execute("insert into shared_offer_member (offer_id, member_id) values ('" + commitment + "', '" + OWN + "')");
        given().get("/shared-offers/" + commitment).then().statusCode(200).body("toAll", equalTo(false));

        execute("update shared_offer set period = '" + Weeks.after(0) + "' where id = '" + commitment + "'");
        given().get("/shared-offers/" + commitment).then().statusCode(404);
    }

    @Test
    void an_offer_by_name_waits_for_who_may_take_it_until_nothing_of_it_is_left() {
        long before = waiting("OFFER_TO_YOU");
        long toAll = waiting("OFFER_TO_ALL");
        UUID commitment = commitments.commit(other, product, WEEK, 50);
        execute("insert into shared_offer (id, member_id, commitment_id, product, grade, period, unit, offered, taken,"
                + " to_all, originator_share, state, offered_at, version) values ('" + commitment + "', '" + other
                + "', '" + commitment + "', '" + product + "', 'A', '" + WEEK
                + "', 'C62', 30, 0, false, 250, 'OPEN', now(), 0)");
        assertThat(waiting("OFFER_TO_YOU")).isEqualTo(before);

        execute("insert into shared_offer_member (offer_id, member_id) values ('" + commitment + "', '" + OWN + "')");
        assertThat(waiting("OFFER_TO_YOU")).isEqualTo(before + 1);
        assertThat(waiting("OFFER_TO_ALL")).isEqualTo(toAll);

        post("/shared-offers/" + commitment + "/parts", part(30)).then().statusCode(201);
        assertThat(waiting("OFFER_TO_YOU")).isEqualTo(before);
    }

    @Test
    void an_offer_to_all_waits_until_its_week_is_frozen() {
        long before = waiting("OFFER_TO_ALL");
        UUID commitment = commitments.commit(other, product, WEEK, 50);
        execute("insert into shared_offer (id, member_id, commitment_id, product, grade, period, unit, offered, taken,"
                + " to_all, originator_share, state, offered_at, version) values ('" + commitment + "', '" + other
                + "', '" + commitment + "', '" + product + "', 'A', '" + WEEK
                + "', 'C62', 30, 0, true, 250, 'OPEN', now(), 0)");
        assertThat(waiting("OFFER_TO_ALL")).isEqualTo(before + 1);

        execute("update shared_offer set period = '" + Weeks.after(0) + "' where id = '" + commitment + "'");
        assertThat(waiting("OFFER_TO_ALL")).isEqualTo(before);
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = RECEIVING))
    void a_handover_waits_for_the_other_member_until_it_is_declined() {
        execute("insert into member (id, owner_id, name, state, open_commitments, batches_reported) values ('"
                + RECEIVING + "', '" + RECEIVING + "', 'Receiving', 'ACTIVE', 0, 0) on conflict do nothing");
        long before = waiting("HANDOVER_TO_ACCEPT");
        UUID commitment = commitments.commit(other, product, WEEK, 50);
        handover(commitment, other, UUID.fromString(RECEIVING));
        handover(UUID.randomUUID(), UUID.fromString(RECEIVING), other);
        assertThat(waiting("HANDOVER_TO_ACCEPT")).isEqualTo(before + 1);

        given().delete("/handovers/" + commitment).then().statusCode(200).body("state", equalTo("DECLINED"));
        assertThat(waiting("HANDOVER_TO_ACCEPT")).isEqualTo(before);
    }

    @Test
    void nobody_offers_withdraws_or_hands_over_what_is_anothers() {
        UUID commitment = commitments.commit(other, product, WEEK, 50);

        post("/shared-offers", offer(commitment, 20, UUID.fromString(OWN)))
                .then()
                .statusCode(403)
                .body("code", equalTo("not-yours"));
        post(
                        "/handovers",
                        "{\"commitmentId\": \"" + commitment + "\", \"memberId\": \"" + OWN
                                + "\", \"quantity\": {\"value\": \"1\", \"unit\": \"C62\"}}")
                .then()
                .statusCode(403);
        post("/shared-offers", offer(UUID.randomUUID(), 20, other)).then().statusCode(404);
        post("/shared-offers/" + UUID.randomUUID() + "/parts", part(1)).then().statusCode(404);
        given().delete("/shared-offers/" + UUID.randomUUID()).then().statusCode(404);
        given().delete("/handovers/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void active_members_are_found_by_a_part_of_their_names() {
        given().queryParam("q", "works " + other.toString().substring(3))
                .get("/producers")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        String name = given().queryParam("q", "WORKS " + other)
                .get("/producers")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].name");
        assertThat(name).isEqualTo("Works " + other);
    }

    @Test
    void handovers_are_listed_as_one_sees_them() {
        given().get("/handovers").then().statusCode(200).body("items.memberId", equalTo(List.of()));
    }

    @Test
    @TestSecurity(
            user = "desk",
            roles = {"registrar", "logistics-desk", "pricing-desk"})
    void no_desk_shares_anything() {
        given().get("/shared-offers").then().statusCode(403);
        given().get("/handovers").then().statusCode(403);
        post("/shared-offers", offer(UUID.randomUUID(), 1, other)).then().statusCode(403);
    }

    private static long waiting(String kind) {
        return given().get("/waiting-work")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.kind == '" + kind + "' }.count");
    }

    private void handover(UUID id, UUID from, UUID to) {
        execute("insert into handover (id, from_member_id, to_member_id, commitment_id, product, grade, period, unit,"
                + " quantity, state, proposed_at, version) select '" + id + "', '" + from + "', '" + to
                + "', id, product, grade, period, unit, 10, 'PROPOSED', now(), 0 from commitment where product = '"
                + product + "' limit 1");
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static String offer(UUID commitment, long pieces, UUID to) {
        return "{\"commitmentId\": \"%s\", \"quantity\": {\"value\": \"%d\", \"unit\": \"C62\"}, \"memberIds\": [\"%s\"]}"
                .formatted(commitment, pieces, to);
    }

    private static String part(long pieces) {
        return "{\"quantity\": {\"value\": \"%d\", \"unit\": \"C62\"}, \"route\": \"hand\"}".formatted(pieces);
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
