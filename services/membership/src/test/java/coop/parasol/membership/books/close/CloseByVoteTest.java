package coop.parasol.membership.books.close;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.EquityEvent.PatronageAllotted;
import coop.parasol.contracts.EquityEvent.PeriodClosed;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.membership.governance.Assembly;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A close that the treasury has proposed is decided by the members, and takes effect by itself. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar", "producer"})
@OidcSecurity(claims = @Claim(key = "member_id", value = CloseByVoteTest.MEMBER))
class CloseByVoteTest {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000e2";

    @Inject
    Business business;

    @Inject
    Assembly assembly;

    @Inject
    MovableClock clock;

    @Inject
    Events events;

    @Inject
    FirmClock firmClock;

    @Inject
    Session database;

    private LocalDate lastDay = LocalDate.MIN;
    private String period = "";

    @BeforeEach
    void a_close_that_is_proposed() {
        assembly.bylaws(Map.of("quorum", 1, "limitedReturnCap", 500));
        if (given().get("/members/" + MEMBER).statusCode() == 404) {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeMutationQuery(
                                    "insert into member (id, name, registration_number, kind, email, state,"
                                            + " applied_at, version) values (?1, 'Tara', 'REG-T', 'BOTH', 't@example.org',"
                                            + " 'APPLIED', now(), 0)")
                            .setParameter(1, UUID.fromString(MEMBER))
                            .executeUpdate());
            Desk.post("/members/" + MEMBER + "/admission", "{}").then().statusCode(200);
            Desk.buyIn(MEMBER, Desk.due(MEMBER)).then().statusCode(200);
        }
        assembly.gather(4);
        business.booksBeginToday();
        UUID first = UUID.fromString(Desk.join());
        UUID second = UUID.fromString(Desk.join());
        business.pool(new Random(5), List.of(first, second));
        business.earn(new Random(6), 900_000);
        lastDay = firmClock.today();
        clock.forward(Duration.ofDays(1));
        period = Desk.post("/periods", "{\"lastDay\": \"" + lastDay + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("periodId");
        Desk.post("/periods/" + period + "/closing", "{\"limitedReturnRate\": 20}")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void nothing_is_left_open() {
        business.booksEnd();
    }

    @Test
    void an_accepted_close_takes_effect_as_it_was_shown() {
        JsonPath shown = given().get("/periods/" + period + "/close-preview").jsonPath();
        assertThat(shown.getString("limitedReturns.amount")).isNotEqualTo("0.00");
        String vote = ask();
        Desk.post("/proposals", body()).then().statusCode(409).body("code", equalTo("already-proposed"));
        assembly.vote(vote, BallotChoice.YES, 2);
        given().get("/periods/" + period).then().body("state", equalTo("PROPOSED"));

        assembly.close();

        given().get("/proposals/" + vote)
                .then()
                .body("state", equalTo("CARRIED"))
                .body("withoutEffectBecause", nullValue());
        given().get("/periods/" + period)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("closedBy", equalTo("vote " + vote));
        JsonPath allotted =
                given().get("/periods/" + period + "/allotments?limit=200").jsonPath();
        assertThat(allotted.getList("items.bonus.amount")).isEqualTo(shown.getList("allotments.bonus.amount"));
        assertThat(allotted.getList("items.limitedReturn.amount"))
                .isEqualTo(shown.getList("allotments.limitedReturn.amount"));
        PeriodClosed closed = events.await(
                PeriodClosed.class, event -> event.periodId().toString().equals(period));
        assertThat(closed.surplus().amount()).isEqualTo(shown.getString("surplus.amount"));
        assertThat(events.all(
                        PatronageAllotted.class,
                        event -> event.periodId().toString().equals(period)))
                .hasSameSizeAs(shown.getList("allotments"));
        conserved();
    }

    @Test
    void a_close_that_is_turned_down_is_withdrawn_and_another_can_be_proposed() {
        String vote = ask();
        assembly.vote(vote, BallotChoice.NO, 1);

        assembly.close();

        given().get("/proposals/" + vote).then().body("state", equalTo("REJECTED"));
        given().get("/periods/" + period).then().body("state", equalTo("OPEN"));
        Desk.post("/periods/" + period + "/closing", "{}").then().statusCode(200);
        assertThat(ask()).as("they may be asked about another").isNotEqualTo(vote);
    }

    @Test
    void nobody_keeps_a_close_waiting_by_asking_late_for_long_or_again() {
        String now = firmClock.now().toString();
        String later = firmClock.now().plus(Duration.ofDays(89)).toString();
        Desk.post("/proposals", body().replace("}", ", \"opensAt\": \"" + later + "\"}"))
                .then()
                .statusCode(422)
                .body("field", equalTo("opensAt"));
        Desk.post("/proposals", body().replace("}", ", \"opensAt\": \"" + now + "\", \"closesAt\": \"" + later + "\"}"))
                .then()
                .statusCode(422)
                .body("field", equalTo("closesAt"));
        assembly.bylaws(Map.of("quorum", 10_000));
        String vote = ask();
        assembly.close();
        given().get("/proposals/" + vote).then().body("state", equalTo("REJECTED"));
        given().get("/periods/" + period).then().body("state", equalTo("PROPOSED"));
        Desk.post("/proposals", body()).then().statusCode(409).body("code", equalTo("vote-already-held"));

        Desk.post("/periods/" + period + "/closing", "{}").then().statusCode(200);
        clock.forward(Duration.ofDays(8));
        Desk.post("/proposals", body()).then().statusCode(409).body("code", equalTo("vote-too-late"));
    }

    @Test
    void a_close_accepted_on_figures_that_have_changed_since_takes_no_effect() {
        String vote = ask();
        assembly.vote(vote, BallotChoice.YES, 1);
        business.spend(5_000, lastDay);

        assembly.close();

        given().get("/proposals/" + vote)
                .then()
                .body("state", equalTo("CARRIED"))
                .body("withoutEffectBecause", containsString("figures have changed"));
        given().get("/periods/" + period).then().body("state", equalTo("PROPOSED"));
        conserved();
    }

    @Test
    void a_close_accepted_over_a_cap_that_was_lowered_since_takes_no_effect() {
        String vote = ask();
        assembly.vote(vote, BallotChoice.YES, 1);
        assembly.bylaws(Map.of("quorum", 1, "limitedReturnCap", 19));

        assembly.close();

        given().get("/proposals/" + vote)
                .then()
                .body("state", equalTo("CARRIED"))
                .body("withoutEffectBecause", containsString("19 basis points"));
        given().get("/periods/" + period).then().body("state", equalTo("PROPOSED"));
        conserved();
    }

    @Test
    void while_the_members_are_asked_nobody_changes_withdraws_or_approves_what_they_are_asked_about() {
        String vote = ask();

        Desk.post("/periods/" + period + "/closing", "{\"limitedReturnRate\": 400}")
                .then()
                .statusCode(409)
                .body("code", equalTo("vote-pending"));
        given().header("If-Match", "*")
                .delete("/periods/" + period + "/closing")
                .then()
                .statusCode(409)
                .body("code", equalTo("vote-pending"));
        Desk.post("/periods/" + period + "/closing/approval", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("vote-pending"));

        given().get("/periods/" + period)
                .then()
                .body("state", equalTo("PROPOSED"))
                .body("limitedReturnRate", equalTo(20));
        given().header("If-Match", "*").delete("/proposals/" + vote).then().statusCode(200);
        Desk.post("/periods/" + period + "/closing", "{}").then().statusCode(200);
    }

    @Test
    void a_close_accepted_under_bylaws_that_divide_otherwise_by_now_takes_no_effect() {
        String vote = ask();
        assembly.vote(vote, BallotChoice.YES, 1);
        int cash = given().get("/bylaws").jsonPath().getInt("bylaws.cashShare");
        assembly.bylaws(Map.of("cashShare", cash + 1));
        try {
            assembly.close();

            given().get("/proposals/" + vote)
                    .then()
                    .body("state", equalTo("CARRIED"))
                    .body("withoutEffectBecause", containsString("divide the surplus otherwise"));
            given().get("/periods/" + period).then().body("state", equalTo("PROPOSED"));
            Desk.post("/periods/" + period + "/closing", "{}").then().statusCode(200);
        } finally {
            assembly.bylaws(Map.of("cashShare", cash));
        }
    }

    @Test
    void what_nobody_has_proposed_to_close_is_not_voted_on() {
        given().header("If-Match", "*")
                .delete("/periods/" + period + "/closing")
                .then()
                .statusCode(200);

        Desk.post("/proposals", body()).then().statusCode(409).body("code", equalTo("not-proposed"));
    }

    private String ask() {
        return Desk.post("/proposals", body()).then().statusCode(201).extract().path("proposalId");
    }

    private String body() {
        return "{\"kind\": \"SURPLUS\", \"title\": \"The surplus\", \"subjectId\": \"" + period + "\"}";
    }

    private static void conserved() {
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
        assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
    }
}
