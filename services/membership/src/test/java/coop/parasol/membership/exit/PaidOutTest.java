package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.governance.Assembly;
import coop.parasol.membership.member.rules.MemberState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leaving member's money, from the valuation to the last payment. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PaidOutTest {

    @Inject
    ExitScenario exits;

    @Inject
    Assembly assembly;

    @Inject
    AdvanceExits advanceExits;

    @Inject
    RecordTermination recordTermination;

    private UUID member;

    @BeforeEach
    void three_members_of_a_firm_with_three_instalments_and_a_holdback() {
        exits.bylaws(3, 1_000, 12, 10_000);
        exits.join();
        exits.join();
        member = exits.join();
    }

    @Test
    void an_exit_is_paid_in_the_instalments_of_the_bylaws() {
        UUID exit = exits.requestAndValue(member);

        assertThat(states(exit))
                .containsExactly(ExitPaymentState.DUE, ExitPaymentState.PLANNED, ExitPaymentState.PLANNED);
        assertThat(amounts(exit)).containsExactly(30_000L, 30_000L, 30_000L);
        assertThat(exits.member(member).shareCancelledAt).isNotNull();
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEAVING);
        exits.advanceDays(100);
        exits.payAllDue();
        exits.advanceDays(100);
        exits.payAllDue();
        assertThat(exits.balance(Account.EXIT_PAYABLE, member)).isZero();
        assertThat(exits.balance(Account.HOLDBACK, member)).isEqualTo(-10_000);
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);

        exits.advanceDays(170);
        exits.payAllDue();

        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.exit(exit).paid).isEqualTo(100_000);
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEFT);
        assertThat(exits.balance(Account.HOLDBACK, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void a_clock_jumped_a_year_and_two_runners_at_once_release_each_payment_once() throws Exception {
        UUID exit = exits.request(member);
        exits.clear(exit);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            exits.advanceClock(800);
            two.invokeAll(List.of(Executors.callable(advanceExits::run), Executors.callable(advanceExits::run)))
                    .forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofMinutes(1)));
            exits.advanceClock(800);
            two.invokeAll(List.of(Executors.callable(advanceExits::run), Executors.callable(advanceExits::run)))
                    .forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofMinutes(1)));
        }

        assertThat(amounts(exit)).containsExactly(30_000L, 30_000L, 30_000L, 10_000L);
        assertThat(states(exit)).containsOnly(ExitPaymentState.DUE);
        assertThat(steps(exit, "PAYMENT_DUE")).isEqualTo(4);
        assertThat(steps(exit, "VALUED")).isOne();
        assertThat(steps(exit, "HOLDBACK_RELEASED")).isOne();
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        Desk.booksHold();
    }

    @Test
    void a_payment_is_made_once() {
        UUID exit = exits.requestAndValue(member);
        exits.payAllDue();
        UUID paid = exits.payments(exit).getFirst().id;

        assertThatThrownBy(() -> exits.pay(paid)).hasMessageContaining("PAID");
        assertThat(exits.balance(Account.EXIT_PAYABLE, member)).isEqualTo(-60_000);
    }

    @Test
    void debts_are_set_off_and_what_is_left_of_them_stays_owed() {
        exits.book(member, Account.MEMBER_DEBTS, 40_000);
        UUID exit = exits.requestAndValue(member);

        assertThat(exits.exit(exit).debts).isEqualTo(40_000);
        assertThat(exits.exit(exit).holdback).isEqualTo(6_000);
        assertThat(exits.exit(exit).payable).isEqualTo(54_000);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();

        UUID indebted = exits.join();
        exits.book(indebted, Account.MEMBER_DEBTS, 130_000);
        UUID worthless = exits.requestAndValue(indebted);

        assertThat(exits.exit(worthless).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.exit(worthless).stillOwed).isEqualTo(30_000);
        assertThat(exits.payments(worthless)).isEmpty();
        assertThat(exits.member(indebted).state).isEqualTo(MemberState.LEFT);
        assertThat(exits.balance(Account.MEMBER_DEBTS, indebted)).isEqualTo(30_000);
        Desk.booksHold();
    }

    @Test
    void what_is_not_paid_of_a_share_is_settled_by_it_and_is_invoiced_no_more() {
        assembly.bylaws(Map.of("buyInInstalments", 3));
        try {
            String buyer = Desk.apply();
            Desk.post("/members/" + buyer + "/admission", "{}").then().statusCode(200);
            List<String> parts = invoice(buyer).getList("instalments.amount.amount");
            Desk.buyIn(buyer, parts.getFirst()).then().statusCode(200);
            BigDecimal owed = new BigDecimal(invoice(buyer).getString("outstanding.amount"));

            UUID exit = exits.requestAndValue(UUID.fromString(buyer));

            assertThat(exits.exit(exit).debts).isEqualTo(owed.movePointRight(2).longValueExact());
            assertThat(invoice(buyer).getString("outstanding.amount")).isEqualTo("0.00");
            assertThat(invoice(buyer).getList("instalments.findAll { it.setOff != null }.number"))
                    .containsExactly(2, 3);
            assertThat(invoice(buyer).getList("instalments.setOff.amount")).containsExactly(parts.get(1), parts.get(2));
            Desk.buyIn(buyer, parts.get(1)).then().statusCode(409).body("code", equalTo("not-admitted"));
            Desk.booksHold();
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1));
        }
    }

    private static JsonPath invoice(String member) {
        return RestAssured.get("/members/" + member + "/buy-in-invoice")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_death_is_recorded_once_with_its_document_and_settled_without_notice() {
        String body =
                "{\"reason\": \"DEATH\", \"document\": \"certificate 4711\", \"iban\": \"DE02 1203 0000 0000 2020 51\"}";
        String exit = Desk.post("/members/" + member + "/termination", body)
                .then()
                .statusCode(201)
                .body("kind", equalTo("DEATH"))
                .extract()
                .path("exitId");
        Desk.post("/members/" + member + "/termination", body)
                .then()
                .statusCode(200)
                .body("exitId", equalTo(exit));
        exits.clear(UUID.fromString(exit));

        assertThat(exits.exit(UUID.fromString(exit)).state).isEqualTo(ExitState.VALUED);
        assertThat(exits.exit(UUID.fromString(exit)).payable).isEqualTo(90_000);
        RestAssured.given()
                .get("/members/" + member + "/bank-account/proposals")
                .then()
                .body("items.iban", equalTo(List.of("DE02120300000000202051")))
                .body("items.exitId", equalTo(List.of(exit)));
        Desk.post("/members/" + member + "/termination", "{\"reason\": \"EXPULSION\", \"document\": \"x\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void who_has_asked_and_then_dies_has_one_exit() {
        UUID exit = exits.request(member);
        exits.clear(exit);

        Desk.post("/members/" + member + "/termination", "{\"reason\": \"DEATH\", \"document\": \"certificate 4711\"}")
                .then()
                .statusCode(201)
                .body("exitId", equalTo(exit.toString()))
                .body("state", equalTo("VALUED"));
    }

    @Test
    void an_expelled_member_leaves_by_the_same_settlement() {
        UUID exit =
                ExitScenario.inTransaction(() -> recordTermination.expel(member, UUID.randomUUID(), ExitScenario.CAUSE))
                                instanceof RecordTermination.Recorded recorded
                        ? recorded.exitId()
                        : new UUID(0, 0);
        assertThat(exits.member(member).state).isEqualTo(MemberState.EXPELLED);
        exits.clear(exit);

        assertThat(exits.exit(exit).kind).isEqualTo(ExitKind.EXPULSION);
        assertThat(exits.exit(exit).payable).isEqualTo(90_000);
        exits.advanceClock(800);
        advanceExits.run();
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.member(member).state).isEqualTo(MemberState.EXPELLED);
        assertThat(exits.member(member).leftAt).isNotNull();
        Desk.booksHold();
    }

    private static long steps(UUID exit, String step) {
        return RestAssured.given()
                .get("/exits/" + exit + "/timeline?limit=200")
                .jsonPath()
                .<String>getList("taken.items.step")
                .stream()
                .filter(step::equals)
                .count();
    }

    private List<ExitPaymentState> states(UUID exit) {
        return exits.payments(exit).stream().map(payment -> payment.state).toList();
    }

    private List<Long> amounts(UUID exit) {
        return exits.payments(exit).stream().map(payment -> payment.amount).toList();
    }
}
