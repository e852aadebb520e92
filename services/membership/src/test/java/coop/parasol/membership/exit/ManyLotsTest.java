package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A leaving member with thousands of lots sees all of them, page by page, and chooses for each, in one call, and all is told in one event. */
@QuarkusTest
@TestSecurity(
        user = "meera",
        roles = {"producer", "registrar", "treasurer"})
class ManyLotsTest {

    private static final String MEMBER = "0198c000-0000-7000-8000-000000006101";
    private static final int LOTS = 3_000;
    private static final int PAGE = 200;

    @Inject
    ExitScenario exits;

    @Inject
    Events events;

    @Inject
    PoolScenario pools;

    @Inject
    Session database;

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = MEMBER))
    void thousands_of_lots_are_shown_chosen_for_and_told() {
        exits.bylaws(1, 0, 0, 10_000);
        Desk.join();
        join();
        stocked();
        JsonPath preview =
                given().get("/exits/preview").then().statusCode(200).extract().jsonPath();
        assertThat(preview.<Object>getList("goods")).hasSize(1);
        assertThat(preview.getInt("goods[0].lots")).isEqualTo(LOTS);
        List<String> batches = allOf("/exits/preview/goods", "batchId");
        assertThat(batches).hasSize(LOTS).doesNotHaveDuplicates();
        String all = batches.stream()
                .map(batch -> "{\"batchId\": \"" + batch + "\", \"choice\": \"TAKE_BACK\"}")
                .collect(Collectors.joining(", ", "{\"goods\": [", "]}"));

        String exit = given().contentType("application/json")
                .body(all)
                .post("/exits")
                .then()
                .statusCode(201)
                .extract()
                .path("exitId");
        given().contentType("application/json")
                .header("If-Match", "*")
                .body(all)
                .put("/exits/" + exit + "/goods")
                .then()
                .statusCode(200)
                .body("goods.choice", equalTo(List.of("TAKE_BACK")))
                .body("goods.lots", equalTo(List.of(LOTS)));

        assertThat(allOf("/exits/" + exit + "/goods", "choice")).hasSize(LOTS).containsOnly("TAKE_BACK");
        exits.advanceDays(90);
        assertThat(events.await(ExitBinding.class, event -> event.exitId().equals(UUID.fromString(exit)))
                        .goods())
                .hasSize(LOTS);
        tellEnded(UUID.fromString(exit), batches);
        JsonPath timeline = given().get("/exits/" + exit + "/timeline?limit=1").jsonPath();
        assertThat(timeline.<String>getList("taken.items.step")).containsExactly("REQUESTED");
        assertThat(timeline.getString("taken.next")).isNotNull();
        assertThat(timeline.<String>getList("goodsEnded.ending")).containsExactlyInAnyOrder("UNCOLLECTED", "RECALLED");
        assertThat(timeline.<Integer>getList("goodsEnded.lots")).containsExactlyInAnyOrder(LOTS - 1, 1);
        assertThat(allOf("/exits/" + exit + "/timeline", "step", "taken."))
                .containsExactly("REQUESTED", "GOODS_CHOSEN", "GOODS_CHOSEN", "BINDING");
        assertThat(allOf("/exits/" + exit + "/goods/endings", "lot"))
                .hasSize(LOTS)
                .doesNotHaveDuplicates();
    }

    /** Distribution tells each of them, in any order and some twice. */
    private void tellEnded(UUID exit, List<String> batches) {
        pools.tell(batches.stream()
                .map(batch -> new GoodsChoiceEnded(
                        UUID.fromString(MEMBER),
                        exit,
                        UUID.fromString(batch),
                        "L-" + batch,
                        batch.equals(batches.getLast()) ? ChoiceEnding.RECALLED : ChoiceEnding.UNCOLLECTED,
                        Instant.now()))
                .toArray(GoodsChoiceEnded[]::new));
    }

    private static List<String> allOf(String path, String field) {
        return allOf(path, field, "");
    }

    /** What all pages of a list say in a field; no page has more than was asked for. */
    private static List<String> allOf(String path, String field, String prefix) {
        List<String> all = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = given().get(path + "?limit=" + PAGE + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> values = page.getList(prefix + "items." + field);
            assertThat(values).hasSizeLessThanOrEqualTo(PAGE);
            all.addAll(values);
            String cursor = page.getString(prefix + "next");
            next = cursor == null ? "" : "&after=" + cursor;
        } while (!next.isEmpty());
        return all;
    }

    private void stocked() {
        ExitScenario.inTransaction(() -> database.createNativeMutationQuery("""
                        insert into pool_goods (batch_id, member_id, product, lot, grade, unit, certified)
                        select gen_random_uuid(), cast(?1 as uuid), 'LAMP', 'L-' || n, 'A', 'C62', 1 from generate_series(1, ?2) n
                        """)
                .setParameter(1, MEMBER)
                .setParameter(2, LOTS)
                .executeUpdate());
    }

    private void join() {
        ExitScenario.inTransaction(() -> database.createNativeMutationQuery(
                        "insert into member (id, name, registration_number, kind, email, iban,"
                                + " state, applied_at, version) values ('" + MEMBER
                                + "', 'Meera', 'REG-" + MEMBER + "', 'BOTH', '" + MEMBER
                                + "@example.org', 'GB82WEST12345698765432', 'APPLIED', now(), 0)")
                .executeUpdate());
        Desk.post("/members/" + MEMBER + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(MEMBER, Desk.due(MEMBER)).then().statusCode(200);
    }
}
