package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.contracts.EquityEvent.ExitValued;
import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.MemberLeft;
import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaving: asked, cleared by the three services, valued when notice is over, paid, left. */
@QuarkusTest
@TestSecurity(
        user = "meera",
        roles = {"producer", "registrar", "treasurer"})
@OidcSecurity(claims = @Claim(key = "member_id", value = ExitFlowIT.MEMBER))
class ExitFlowIT {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000d1";
    private static final Duration NOTICE = Duration.ofDays(90);

    @Inject
    Events events;

    @Inject
    Session database;

    @Inject
    MovableClock clock;

    @Inject
    AdvanceExits advanceExits;

    @Inject
    ExitScenario exits;

    /** The test's user speaks for one member; each test begins with it as a member and with two others. */
    @BeforeEach
    void a_member() {
        exits.bylaws(1, 0, 0, 10_000);
        String state = given().get("/members/" + MEMBER).jsonPath().getString("state");
        if (state == null) {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeMutationQuery(
                                    "insert into member (id, name, registration_number, kind, email, iban,"
                                            + " state, applied_at, version) values ('" + MEMBER
                                            + "', 'Meera', 'REG-M', 'BOTH', 'm@example.org', 'GB82WEST12345698765432',"
                                            + " 'APPLIED', now(), 0)")
                            .executeUpdate());
            Desk.post("/members/" + MEMBER + "/admission", "{}").then().statusCode(200);
            Desk.buyIn(MEMBER, Desk.due(MEMBER)).then().statusCode(200);
            Desk.join();
            Desk.join();
        }
    }

    @Test
    void an_exit_is_requested_once_withdrawn_until_binding_and_paid_to_the_minor_unit() throws Exception {
        String withdrawn = asked_twice_is_one_exit();
        withdrawn_the_member_stays(withdrawn);
        a_preview_stores_nothing();
        String exit = ask().then().statusCode(201).extract().path("exitId");
        clearances_of_the_withdrawn_exit_change_nothing(withdrawn, exit);
        cleared_by_all_three_but_valued_only_when_notice_is_over(exit);
        paid_it_has_left_and_nobody_else_is_worth_less(exit);
    }

    private String asked_twice_is_one_exit() throws Exception {
        Callable<Response> asking = ExitFlowIT::ask;
        String exit;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> answers = two.invokeAll(List.of(asking, asking));
            Response one = answers.get(0).get();
            Response other = answers.get(1).get();
            exit = one.jsonPath().getString("exitId");

            assertThat(List.of(one.statusCode(), other.statusCode())).containsExactlyInAnyOrder(201, 200);
            assertThat(other.jsonPath().getString("exitId")).isEqualTo(exit);
        }
        events.await(ExitRequested.class, event -> event.exitId().toString().equals(exit));
        assertThat(events.all(
                        ExitRequested.class, event -> event.exitId().toString().equals(exit)))
                .hasSize(1);
        return exit;
    }

    private void withdrawn_the_member_stays(String exit) {
        given().header("If-Match", "*")
                .delete("/exits/" + exit)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        given().header("If-Match", "*").delete("/exits/" + exit).then().statusCode(200);

        assertThat(given().get("/members/" + MEMBER).jsonPath().getString("state"))
                .isEqualTo("ACTIVE");
    }

    private void a_preview_stores_nothing() {
        given().get("/exits/preview")
                .then()
                .statusCode(200)
                .body("equalShare.amount", equalTo("1000.00"))
                .body("payable.amount", equalTo("1000.00"))
                .body("instalments.size()", equalTo(1))
                .body("expected[0].amount.amount", equalTo("1000.00"))
                .body("cap.amount", equalTo(null));

        assertThat(given().get("/members/" + MEMBER).jsonPath().getString("state"))
                .isEqualTo("ACTIVE");
    }

    private void clearances_of_the_withdrawn_exit_change_nothing(String withdrawn, String exit) {
        events.publish(new ProductionCleared(member(), UUID.fromString(withdrawn), 3));
        events.publish(new ProductionCleared(member(), UUID.fromString(exit), 3));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> shown(exit, "clearances.production") != null);

        assertThat(shown(withdrawn, "clearances.production")).isNull();
        assertThat(shown(withdrawn, "state")).isEqualTo("WITHDRAWN");
    }

    private void cleared_by_all_three_but_valued_only_when_notice_is_over(String exit) {
        events.publish(new DistributionCleared(member(), UUID.fromString(exit)));
        events.publish(new QualityCleared(member(), UUID.fromString(exit), 2));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() ->
                        shown(exit, "clearances.distribution") != null && shown(exit, "clearances.quality") != null);
        advanceExits.run();
        assertThat(shown(exit, "state")).isEqualTo("REQUESTED");
        assertThat(given().get("/exits/" + exit + "/timeline").jsonPath().<String>getList("next.what"))
                .containsExactly("NOTICE_ENDS", "SHARE_IS_VALUED");

        clock.forward(NOTICE);
        given().delete("/exits/" + exit).then().statusCode(409).body("code", equalTo("already-binding"));
        advanceExits.run();
        advanceExits.run();

        events.await(ExitBinding.class, event -> event.exitId().toString().equals(exit));
        assertThat(shown(exit, "state")).isEqualTo("VALUED");
        given().header("If-Match", "*")
                .delete("/exits/" + exit)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-binding"));
        ExitValued valued = events.await(
                ExitValued.class, event -> event.exitId().toString().equals(exit));
        assertThat(valued.payable().amount()).isEqualTo("1000.00");
        assertThat(events.all(
                        ExitValued.class, event -> event.exitId().toString().equals(exit)))
                .hasSize(1);
    }

    private void paid_it_has_left_and_nobody_else_is_worth_less(String exit) {
        String value = Desk.shareValue().getString("shareValue.amount");
        assertThat(given().get("/members/" + MEMBER + "/equity").jsonPath().getString("exitPayable.amount"))
                .isEqualTo("1000.00");
        exits.payAllDue();
        assertThat(shown(exit, "state")).isEqualTo("PAID");

        MemberLeft left = events.await(
                MemberLeft.class, event -> event.exitId().toString().equals(exit));

        assertThat(left.members()).isEqualTo(Desk.shareValue().getLong("members"));
        assertThat(Desk.shareValue().getString("shareValue.amount"))
                .isEqualTo(value)
                .isEqualTo("1000.00");
        assertThat(given().get("/members/" + MEMBER).jsonPath().getString("state"))
                .isEqualTo("LEFT");
        ask().then().statusCode(409).body("code", equalTo("not-active"));
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
        assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
        assertThat(Desk.check().getBoolean("onePerMember")).isTrue();
    }

    private static Response ask() {
        return Desk.post("/exits", "{\"reason\": \"we retire\"}");
    }

    private static @org.jspecify.annotations.Nullable String shown(String exit, String field) {
        return given().get("/exits/" + exit).jsonPath().getString(field);
    }

    private static UUID member() {
        return UUID.fromString(MEMBER);
    }
}
