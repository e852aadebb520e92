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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaving: asked, cleared by the three services, valued when notice is over, paid, left. */
@QuarkusTest
@TestSecurity(
        user = "meera",
        roles = {"producer", "registrar", "treasurer"})
class ExitFlowIT {

    static final String ASKING = "0198c000-0000-7000-8000-0000000000d1";
    static final String STAYING = "0198c000-0000-7000-8000-0000000000d2";
    static final String LOOKING = "0198c000-0000-7000-8000-0000000000d3";
    static final String CLEARED = "0198c000-0000-7000-8000-0000000000d4";
    static final String BOUND = "0198c000-0000-7000-8000-0000000000d5";
    static final String PAID = "0198c000-0000-7000-8000-0000000000d6";
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

    /** Each test begins with two members more, so that nobody is the last one. */
    @BeforeEach
    void two_others() {
        exits.bylaws(1, 0, 0, 10_000);
        Desk.join();
        Desk.join();
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = ASKING))
    void asked_twice_at_once_there_is_one_exit() throws Exception {
        member(ASKING);
        Callable<Response> asking = ExitFlowIT::ask;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> answers = two.invokeAll(List.of(asking, asking));
            Response one = answers.get(0).get();
            Response other = answers.get(1).get();
            String exit = one.jsonPath().getString("exitId");

            assertThat(List.of(one.statusCode(), other.statusCode())).containsExactlyInAnyOrder(201, 200);
            assertThat(other.jsonPath().getString("exitId")).isEqualTo(exit);
            events.await(ExitRequested.class, event -> event.exitId().toString().equals(exit));
            assertThat(events.all(
                            ExitRequested.class,
                            event -> event.exitId().toString().equals(exit)))
                    .hasSize(1);
        }
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = STAYING))
    void an_exit_withdrawn_before_it_is_binding_leaves_an_active_member() {
        member(STAYING);
        String withdrawn = asked();

        withdraw(withdrawn).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        withdraw(withdrawn).then().statusCode(200);
        assertThat(state(STAYING)).isEqualTo("ACTIVE");

        String exit = asked();
        events.publish(new ProductionCleared(UUID.fromString(STAYING), UUID.fromString(withdrawn), 3));
        events.publish(new ProductionCleared(UUID.fromString(STAYING), UUID.fromString(exit), 3));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> shown(exit, "clearances.production") != null);
        assertThat(shown(withdrawn, "clearances.production"))
                .as("a late clearance of the withdrawn exit")
                .isNull();
        assertThat(shown(withdrawn, "state")).isEqualTo("WITHDRAWN");
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = LOOKING))
    void a_preview_shows_what_would_be_paid_and_stores_nothing() {
        member(LOOKING);

        given().get("/exits/preview")
                .then()
                .statusCode(200)
                .body("equalShare.amount", equalTo("1000.00"))
                .body("payable.amount", equalTo("1000.00"))
                .body("instalments.size()", equalTo(1))
                .body("expected[0].amount.amount", equalTo("1000.00"))
                .body("cap.amount", equalTo(null));

        assertThat(state(LOOKING)).isEqualTo("ACTIVE");
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = CLEARED))
    void an_exit_cleared_by_all_three_services_is_not_valued_before_notice_is_over() {
        member(CLEARED);
        String exit = asked();

        cleared(CLEARED, exit);
        advanceExits.run();

        assertThat(shown(exit, "state")).isEqualTo("REQUESTED");
        assertThat(given().get("/exits/" + exit + "/timeline").jsonPath().<String>getList("next.what"))
                .containsExactly("NOTICE_ENDS", "SHARE_IS_VALUED");
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = BOUND))
    void when_notice_is_over_an_exit_is_binding_and_valued_once() {
        member(BOUND);
        String exit = asked();
        cleared(BOUND, exit);

        clock.forward(NOTICE);
        withdraw(exit).then().statusCode(409).body("code", equalTo("already-binding"));
        advanceExits.run();
        advanceExits.run();

        events.await(ExitBinding.class, event -> event.exitId().toString().equals(exit));
        assertThat(shown(exit, "state")).isEqualTo("VALUED");
        withdraw(exit).then().statusCode(409).body("code", equalTo("already-binding"));
        ExitValued valued = events.await(
                ExitValued.class, event -> event.exitId().toString().equals(exit));
        assertThat(valued.payable().amount()).isEqualTo("1000.00");
        assertThat(events.all(
                        ExitValued.class, event -> event.exitId().toString().equals(exit)))
                .hasSize(1);
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = PAID))
    void a_member_that_is_paid_to_the_minor_unit_has_left_and_nobody_else_is_worth_less() {
        member(PAID);
        String exit = asked();
        cleared(PAID, exit);
        clock.forward(NOTICE);
        advanceExits.run();
        String value = Desk.shareValue().getString("shareValue.amount");
        assertThat(given().get("/members/" + PAID + "/equity").jsonPath().getString("exitPayable.amount"))
                .isEqualTo("1000.00");

        exits.payAllDue();

        assertThat(shown(exit, "state")).isEqualTo("ENDED");
        MemberLeft left = events.await(
                MemberLeft.class, event -> event.exitId().toString().equals(exit));
        assertThat(left.members()).isEqualTo(Desk.shareValue().getLong("members"));
        assertThat(Desk.shareValue().getString("shareValue.amount"))
                .isEqualTo(value)
                .isEqualTo("1000.00");
        assertThat(state(PAID)).isEqualTo("LEFT");
        ask().then().statusCode(409).body("code", equalTo("not-active"));
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
        assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
        assertThat(Desk.check().getBoolean("onePerMember")).isTrue();
    }

    private void member(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(
                                "insert into member (id, name, registration_number, kind, email, iban,"
                                        + " state, applied_at, version) values ('" + id
                                        + "', 'Meera', 'REG-" + id + "', 'BOTH', '" + id
                                        + "@example.org', 'GB82WEST12345698765432', 'APPLIED', now(), 0)")
                        .executeUpdate());
        Desk.post("/members/" + id + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(id, Desk.due(id)).then().statusCode(200);
    }

    private void cleared(String member, String exit) {
        UUID memberId = UUID.fromString(member);
        UUID exitId = UUID.fromString(exit);
        events.publish(new ProductionCleared(memberId, exitId, 3));
        events.publish(new DistributionCleared(memberId, exitId));
        events.publish(new QualityCleared(memberId, exitId, 2));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> shown(exit, "clearances.production") != null
                        && shown(exit, "clearances.distribution") != null
                        && shown(exit, "clearances.quality") != null);
    }

    private static Response ask() {
        return Desk.post("/exits", "{\"reason\": \"we retire\"}");
    }

    private static String asked() {
        return ask().then().statusCode(201).extract().path("exitId");
    }

    private static Response withdraw(String exit) {
        return given().header("If-Match", "*").delete("/exits/" + exit);
    }

    private static @Nullable String state(String member) {
        return given().get("/members/" + member).jsonPath().getString("state");
    }

    private static @Nullable String shown(String exit, String field) {
        return given().get("/exits/" + exit).jsonPath().getString(field);
    }
}
