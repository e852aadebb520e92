package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a leaving member's goods: chosen until its exit is binding, told with it, shown before it asks. */
@QuarkusTest
@TestSecurity(
        user = "meera",
        roles = {"producer", "registrar", "treasurer"})
class GoodsAtExitTest {

    static final String CHOOSING = "0198c000-0000-7000-8000-000000006001";
    static final String LATE = "0198c000-0000-7000-8000-000000006002";
    static final String BOUND = "0198c000-0000-7000-8000-000000006003";
    static final String RACING = "0198c000-0000-7000-8000-000000006004";
    static final String LOOKING = "0198c000-0000-7000-8000-000000006005";
    private static final int RACES = 6;

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    AdvanceExits advanceExits;

    @Inject
    Events events;

    @Inject
    Session database;

    @BeforeEach
    void two_others() {
        exits.bylaws(1, 0, 0, 10_000);
        Desk.join();
        Desk.join();
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = CHOOSING))
    void a_leaving_member_chooses_for_each_lot_and_may_choose_anew_until_the_exit_is_binding() {
        UUID member = member(CHOOSING);
        UUID one = stocked(member, 10);
        UUID other = stocked(member, 5);
        String exit = given().contentType("application/json")
                .body("{\"goods\": [%s]}".formatted(choice(one, "OFFER")))
                .post("/exits")
                .then()
                .statusCode(201)
                .extract()
                .path("exitId");
        assertThat(choices(exit)).containsExactlyInAnyOrder("OFFER", "STAY");

        choose(exit, choice(one, "TAKE_BACK"), choice(other, "OFFER")).then().statusCode(200);

        assertThat(choices(exit)).containsExactlyInAnyOrder("TAKE_BACK", "OFFER");
        choose(exit, choice(UUID.randomUUID(), "OFFER"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-batch"), "field", equalTo("goods[0].batchId"));
        given().contentType("application/json")
                .body("{\"goods\": []}")
                .put("/exits/" + exit + "/goods")
                .then()
                .statusCode(428);
        exits.advanceDays(90);
        ExitBinding bound = events.await(
                ExitBinding.class, event -> event.exitId().toString().equals(exit));
        assertThat(bound.goods())
                .containsExactlyInAnyOrder(
                        new ChosenGoods(one, GoodsChoice.TAKE_BACK), new ChosenGoods(other, GoodsChoice.OFFER));
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = LATE))
    void nothing_is_chosen_once_the_notice_is_over_or_the_exit_is_withdrawn() {
        UUID member = member(LATE);
        UUID batch = stocked(member, 10);
        String withdrawn = asked();
        withdraw(withdrawn).then().statusCode(200);
        choose(withdrawn, choice(batch, "OFFER")).then().statusCode(409).body("code", equalTo("choice-closed"));
        String exit = asked();
        exits.advanceClock(90);

        choose(exit, choice(batch, "OFFER")).then().statusCode(409).body("code", equalTo("choice-closed"));
        advanceExits.run();
        choose(exit, choice(batch, "OFFER")).then().statusCode(409).body("code", equalTo("choice-closed"));
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = RACING))
    void around_the_moment_of_binding_what_is_chosen_is_told_and_nothing_is_chosen_of_what_is_withdrawn()
            throws Exception {
        UUID member = member(RACING);
        UUID batch = stocked(member, 10);
        for (int race = 0; race < RACES; race++) {
            String exit = asked();
            String version = etag(exit);
            Callable<Integer> choosing =
                    () -> chooseAt(exit, version, choice(batch, "TAKE_BACK")).statusCode();
            Callable<Integer> withdrawing = () ->
                    given().header("If-Match", version).delete("/exits/" + exit).statusCode();
            Callable<Integer> binding = () -> {
                exits.advanceClock(90);
                advanceExits.run();
                return 0;
            };
            boolean bind = race == RACES - 1;
            List<Callable<Integer>> all = new ArrayList<>(List.of(choosing, withdrawing));
            if (bind) {
                all.add(binding);
            }
            List<Integer> answers = new ArrayList<>();
            try (ExecutorService many = Executors.newFixedThreadPool(all.size())) {
                for (Future<Integer> answer : many.invokeAll(all)) {
                    answers.add(answer.get());
                }
            }
            boolean chosen = answers.get(0) == 200;
            boolean withdrawn = answers.get(1) == 200;
            assertThat(chosen && withdrawn)
                    .as("race %d: one version, one of the two", race)
                    .isFalse();
            ExitState state = exits.exit(UUID.fromString(exit)).state;
            assertThat(state == ExitState.WITHDRAWN).as("race %d", race).isEqualTo(withdrawn);
            if (state == ExitState.REQUESTED) {
                withdraw(exit).then().statusCode(200);
            } else if (state == ExitState.BINDING) {
                assertThat(events.await(
                                        ExitBinding.class,
                                        event -> event.exitId().toString().equals(exit))
                                .goods())
                        .as("race %d: what was chosen is what is told", race)
                        .hasSize(chosen ? 1 : 0);
            }
        }
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = LOOKING))
    void the_preview_shows_goods_pools_to_come_and_debts_besides_the_share() {
        UUID member = member(LOOKING);
        UUID batch = stocked(member, 10);
        pools.tell(pools.dispatched(batch, member, 4), pools.paid(batch, member, 3, 3_000));
        exits.book(member, Account.MEMBER_DEBTS, 5_000);
        exits.book(member, Account.ADVANCES, 700);

        JsonPath preview =
                given().get("/exits/preview").then().statusCode(200).extract().jsonPath();

        assertThat(preview.getString("goods[0].quantity.value")).isEqualTo("6");
        assertThat(preview.getInt("goods[0].lots")).isEqualTo(1);
        JsonPath lots = given().get("/exits/preview/goods").jsonPath();
        assertThat(lots.<String>getList("items.batchId")).containsExactly(batch.toString());
        assertThat(lots.getString("items[0].lot")).isEqualTo("L-" + batch);
        assertThat(lots.getString("items[0].choice")).isEqualTo("STAY");
        assertThat(preview.getString("goods[0].choice")).isEqualTo("STAY");
        assertThat(preview.getString("poolsToCome[0].product")).isEqualTo("LAMP");
        assertThat(preview.getString("poolsToCome[0].receipts.amount")).isEqualTo("30.00");
        assertThat(preview.<String>getList("owed.kind")).containsExactly("CLAIMS_DUE", "ADVANCES");
        assertThat(preview.<String>getList("owed.amount.amount")).containsExactly("50.00", "7.00");
        assertThat(preview.getString("debts.amount")).isEqualTo("50.00");
        assertThat(preview.getString("payable.amount")).isEqualTo("950.00");

        pools.stated(member, 3_000);
        String exit = asked();
        choose(exit, choice(batch, "TAKE_BACK")).then().statusCode(200);
        assertThat(given().get("/exits/preview/goods").jsonPath().getString("items[0].choice"))
                .isEqualTo("TAKE_BACK");
        JsonPath asked = given().get("/exits/preview").jsonPath();
        assertThat(asked.getString("goods[0].choice")).isEqualTo("TAKE_BACK");
        assertThat(asked.<Object>getList("poolsToCome")).isEmpty();
        withdraw(exit);
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = BOUND))
    void the_database_refuses_a_choice_of_an_exit_that_is_binding() {
        UUID member = member(BOUND);
        UUID batch = stocked(member, 1);
        String exit = asked();
        exits.advanceDays(90);

        assertThatThrownBy(() -> ExitScenario.inTransaction(() -> database.createNativeMutationQuery(
                                "insert into exit_goods (exit_id, batch_id, choice) values ('" + exit + "', '" + batch
                                        + "', 'OFFER')")
                        .executeUpdate()))
                .hasStackTraceContaining("nothing is chosen any more");
    }

    private UUID member(String id) {
        ExitScenario.inTransaction(() -> database.createNativeMutationQuery(
                        "insert into member (id, name, registration_number, kind, email, iban,"
                                + " state, applied_at, version) values ('" + id
                                + "', 'Meera', 'REG-" + id + "', 'BOTH', '" + id
                                + "@example.org', 'GB82WEST12345698765432', 'APPLIED', now(), 0)")
                .executeUpdate());
        Desk.post("/members/" + id + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(id, Desk.due(id)).then().statusCode(200);
        return UUID.fromString(id);
    }

    private UUID stocked(UUID member, long pieces) {
        UUID batch = UUID.randomUUID();
        pools.tell(PoolScenario.certified(batch, member, pieces));
        return batch;
    }

    private static String choice(UUID batch, String choice) {
        return "{\"batchId\": \"%s\", \"choice\": \"%s\"}".formatted(batch, choice);
    }

    private static Response choose(String exit, String... choices) {
        return chooseAt(exit, etag(exit), choices);
    }

    private static Response chooseAt(String exit, String version, String... choices) {
        return given().contentType("application/json")
                .header("If-Match", version)
                .body("{\"goods\": [%s]}".formatted(String.join(", ", choices)))
                .put("/exits/" + exit + "/goods");
    }

    private static String etag(String exit) {
        return given().get("/exits/" + exit).header("ETag");
    }

    private static List<String> choices(String exit) {
        return given().get("/exits/" + exit + "/goods")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.choice");
    }

    private static String asked() {
        return given().contentType("application/json")
                .body("{}")
                .post("/exits")
                .then()
                .statusCode(201)
                .extract()
                .path("exitId");
    }

    private static Response withdraw(String exit) {
        return given().header("If-Match", etag(exit)).delete("/exits/" + exit);
    }
}
