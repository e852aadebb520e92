package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.PaymentState;
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
    Ways ways;

    @Inject
    Assembly assembly;

    @Inject
    Firm firm;

    @Inject
    MoveExits moveExits;

    @Inject
    RecordExit recordExit;

    private UUID member;

    @BeforeEach
    void three_instalments_a_tenth_held_back_for_a_year_and_no_cap() {
        ways.bylaws(3, 1_000, 12, 10_000);
        ways.join();
        ways.join();
        member = ways.join();
    }

    @Test
    void paid_in_the_bylaws_instalments_and_cancelled_is_not_ended() {
        UUID exit = ways.valued(member);

        assertThat(states(exit)).containsExactly(PaymentState.DUE, PaymentState.PLANNED, PaymentState.PLANNED);
        assertThat(amounts(exit)).containsExactly(30_000L, 30_000L, 30_000L);
        assertThat(ways.member(member).shareCancelledAt).isNotNull();
        ways.payAllDue();
        assertThat(ways.exit(exit).state).isEqualTo(ExitState.VALUED);
        assertThat(ways.member(member).state).isEqualTo(MemberState.LEAVING);
        ways.forward(100);
        ways.payAllDue();
        ways.forward(100);
        ways.payAllDue();
        assertThat(ways.balance(Account.EXIT_PAYABLE, member)).isZero();
        assertThat(ways.balance(Account.HELD_BACK, member)).isEqualTo(-10_000);
        assertThat(ways.exit(exit).state).isEqualTo(ExitState.VALUED);

        ways.forward(170);
        ways.payAllDue();

        assertThat(ways.exit(exit).state).isEqualTo(ExitState.PAID);
        assertThat(ways.exit(exit).paid).isEqualTo(100_000);
        assertThat(ways.member(member).state).isEqualTo(MemberState.LEFT);
        assertThat(ways.balance(Account.HELD_BACK, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void a_clock_jumped_a_year_and_two_runners_at_once_release_each_payment_once() throws Exception {
        UUID exit = ways.ask(member);
        ways.clear(exit);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            ways.clockForward(800);
            two.invokeAll(List.of(Executors.callable(moveExits::run), Executors.callable(moveExits::run)))
                    .forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofMinutes(1)));
            ways.clockForward(800);
            two.invokeAll(List.of(Executors.callable(moveExits::run), Executors.callable(moveExits::run)))
                    .forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofMinutes(1)));
        }

        assertThat(amounts(exit)).containsExactly(30_000L, 30_000L, 30_000L, 10_000L);
        assertThat(states(exit)).containsOnly(PaymentState.DUE);
        assertThat(steps(exit, "PAYMENT_DUE")).isEqualTo(4);
        assertThat(steps(exit, "VALUED")).isOne();
        assertThat(steps(exit, "HOLDBACK_RELEASED")).isOne();
        ways.payAllDue();
        assertThat(ways.exit(exit).state).isEqualTo(ExitState.PAID);
        Desk.booksHold();
    }

    @Test
    void a_payment_is_made_once() {
        UUID exit = ways.valued(member);
        ways.payAllDue();
        UUID paid = ways.payments(exit).getFirst().id;

        assertThatThrownBy(() -> ways.pay(paid)).hasMessageContaining("PAID");
        assertThat(ways.balance(Account.EXIT_PAYABLE, member)).isEqualTo(-60_000);
    }

    @Test
    void debts_are_set_off_and_what_is_left_of_them_stays_owed() {
        ways.book(member, Account.MEMBER_DEBTS, 40_000);
        UUID exit = ways.valued(member);

        assertThat(ways.exit(exit).debts).isEqualTo(40_000);
        assertThat(ways.exit(exit).holdback).isEqualTo(6_000);
        assertThat(ways.exit(exit).payable).isEqualTo(54_000);
        assertThat(ways.balance(Account.MEMBER_DEBTS, member)).isZero();

        UUID indebted = ways.join();
        ways.book(indebted, Account.MEMBER_DEBTS, 130_000);
        UUID worthless = ways.valued(indebted);

        assertThat(ways.exit(worthless).state).isEqualTo(ExitState.PAID);
        assertThat(ways.exit(worthless).stillOwed).isEqualTo(30_000);
        assertThat(ways.payments(worthless)).isEmpty();
        assertThat(ways.member(indebted).state).isEqualTo(MemberState.LEFT);
        assertThat(ways.balance(Account.MEMBER_DEBTS, indebted)).isEqualTo(30_000);
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

            UUID exit = ways.valued(UUID.fromString(buyer));

            assertThat(ways.exit(exit).debts).isEqualTo(owed.movePointRight(2).longValueExact());
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
        String exit = Desk.post("/members/" + member + "/ending", body)
                .then()
                .statusCode(201)
                .body("kind", equalTo("DEATH"))
                .extract()
                .path("exitId");
        Desk.post("/members/" + member + "/ending", body).then().statusCode(200).body("exitId", equalTo(exit));
        ways.clear(UUID.fromString(exit));

        assertThat(ways.exit(UUID.fromString(exit)).state).isEqualTo(ExitState.VALUED);
        assertThat(ways.exit(UUID.fromString(exit)).payable).isEqualTo(90_000);
        RestAssured.given()
                .get("/members/" + member + "/bank-account/proposals")
                .then()
                .body("items.iban", equalTo(List.of("DE02120300000000202051")))
                .body("items.exitId", equalTo(List.of(exit)));
        Desk.post("/members/" + member + "/ending", "{\"reason\": \"EXPULSION\", \"document\": \"x\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void who_has_asked_and_then_dies_has_one_exit() {
        UUID exit = ways.ask(member);
        ways.clear(exit);

        Desk.post("/members/" + member + "/ending", "{\"reason\": \"DEATH\", \"document\": \"certificate 4711\"}")
                .then()
                .statusCode(201)
                .body("exitId", equalTo(exit.toString()))
                .body("state", equalTo("VALUED"));
    }

    @Test
    void an_expelled_member_leaves_by_the_same_settlement() {
        UUID exit = Ways.in(() -> recordExit.expel(member, UUID.randomUUID(), Ways.CAUSE))
                        instanceof RecordExit.Recorded recorded
                ? recorded.exitId()
                : new UUID(0, 0);
        assertThat(ways.member(member).state).isEqualTo(MemberState.EXPELLED);
        ways.clear(exit);

        assertThat(ways.exit(exit).kind).isEqualTo(ExitKind.EXPULSION);
        assertThat(ways.exit(exit).payable).isEqualTo(90_000);
        ways.clockForward(800);
        moveExits.run();
        ways.payAllDue();
        assertThat(ways.exit(exit).state).isEqualTo(ExitState.PAID);
        assertThat(ways.member(member).state).isEqualTo(MemberState.EXPELLED);
        assertThat(ways.member(member).leftAt).isNotNull();
        Desk.booksHold();
    }

    private static long steps(UUID exit, String step) {
        return RestAssured.given().get("/exits/" + exit + "/timeline").jsonPath().<String>getList("taken.step").stream()
                .filter(step::equals)
                .count();
    }

    private List<PaymentState> states(UUID exit) {
        return ways.payments(exit).stream().map(payment -> payment.state).toList();
    }

    private List<Long> amounts(UUID exit) {
        return ways.payments(exit).stream().map(payment -> payment.amount).toList();
    }
}
