package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A transfer was entered as rejected, a claim of 60.00 was settled with it, and the bank says that it has paid a sum that neither
 * explains: 84.00 where 25.00 is left. Two treasurers decide.
 */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class HeldPayableTest {

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Treasury treasury;

    @Inject
    Payables payables;

    private UUID member;
    private UUID payable;

    @BeforeEach
    void a_payable_that_is_held_because_the_bank_has_paid_more_than_is_left() {
        exits.payAllDue();
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        exits.join();
        member = exits.join();
        exits.book(member, Account.MEMBER_DEBTS, 106_000);
        pools.stated(member, 8_500);
        treasury.send();
        exits.requestAndValue(member);
        payable = owed().getFirst().id;
        Desk.post("/payables/" + payable + "/rejection", "{\"reason\": \"AC04\"}")
                .then()
                .statusCode(200);
        assertThat(treasury.paidByBank(payable, Money.of("84.00", "INR"))).isFalse();
        assertThat(held().state).isEqualTo(PayableState.HELD);
        assertThat(claim()).isZero();
    }

    @Test
    void two_persons_book_what_the_bank_has_paid_and_what_is_more_than_was_left_the_member_owes_again() {
        UUID decision = proposed(paid("84.00"));
        approve(decision).then().statusCode(403).body("code", equalTo("same-person"));
        assertThat(held().state).isEqualTo(PayableState.HELD);

        treasury.approveHold(payable, decision);

        assertThat(held().state).isEqualTo(PayableState.PAID);
        assertThat(held().amount - held().setOff).isEqualTo(8_400);
        assertThat(claim()).isEqualTo(5_900);
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        given().get("/payables/" + payable)
                .then()
                .body("payable.bankReference", equalTo("S-" + payable))
                .body("history.change", hasItems("HELD", "SET_OFF_REVERSED", "PAID"));
        given().get("/payables/" + payable + "/hold-decisions")
                .then()
                .body("items.state", equalTo(List.of("APPROVED")))
                .body("items.proposedBy", equalTo(List.of("tara")))
                .body("items.decidedBy", equalTo(List.of("tomas")))
                .body("items.paid.amount.amount", equalTo(List.of("84.00")))
                .body("items.reason", equalTo(List.of("asked the bank")));
        assertThat(treasury.paidByBank(payable, Money.of("84.00", "INR")))
                .as("the statement again")
                .isFalse();
        approve(decision).then().statusCode(409).body("code", equalTo("already-decided"));
        Desk.booksHold();
    }

    @Test
    void what_the_bank_has_paid_may_come_back_whole_and_the_claim_is_settled_with_it() {
        treasury.approveHold(payable, proposed(paid("84.00")));

        assertThat(treasury.sendBackPayable(payable)).isTrue();

        assertThat(claim()).isZero();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isEqualTo(-2_500);
        exits.payAllDue();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void of_what_is_left_nothing_is_owed_again() {
        treasury.approveHold(payable, proposed(paid("25.00")));

        assertThat(held().state).isEqualTo(PayableState.PAID);
        assertThat(claim()).isZero();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    /** Nothing is left of it that could be held, and yet money has left the bank. */
    @Test
    void what_the_bank_has_paid_of_what_a_claim_had_settled_whole_is_booked_by_two_persons_too() {
        member = exits.join();
        exits.book(member, Account.MEMBER_DEBTS, 106_000);
        pools.stated(member, 4_000);
        treasury.send();
        exits.requestAndValue(member);
        payable = owed().getFirst().id;
        Desk.post("/payables/" + payable + "/rejection", "{\"reason\": \"AC04\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        long before = claim();
        assertThat(awaiting()).doesNotContain(payable);
        assertThat(treasury.paidByBank(payable, Money.of("39.00", "INR"))).isFalse();
        assertThat(awaiting()).contains(payable);
        refused("\"decision\": \"OWED\"", 409, "not-held");
        refused(paid("0.00"), 422, "amount-out-of-bounds");

        treasury.approveHold(payable, proposed(paid("39.00")));

        assertThat(held().state).isEqualTo(PayableState.PAID);
        assertThat(held().amount - held().setOff).isEqualTo(3_900);
        assertThat(claim()).isEqualTo(before + 3_900);
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void what_two_persons_find_to_be_owed_is_paid_by_the_next_run() {
        exits.payAllDue();
        assertThat(held().state).isEqualTo(PayableState.HELD);

        treasury.approveHold(payable, proposed("\"decision\": \"OWED\""));

        assertThat(held().state).isEqualTo(PayableState.OPEN);
        exits.payAllDue();
        assertThat(held().state).isEqualTo(PayableState.PAID);
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        assertThat(claim()).isZero();
        Desk.booksHold();
    }

    @Test
    void a_later_claim_is_not_set_off_against_what_people_look_into_but_once_it_is_owed() {
        pools.stated(member, 500);
        exits.payAllDue();
        UUID later = owed().getLast().id;
        exits.book(member, Account.MEMBER_DEBTS, 1_000);

        assertThat(treasury.sendBackPayable(later)).isTrue();

        assertThat(claim()).as("settled with what has come back alone").isEqualTo(500);
        assertThat(held().amount - held().setOff).isEqualTo(2_500);
        treasury.approveHold(payable, proposed("\"decision\": \"OWED\""));
        assertThat(claim()).isZero();
        assertThat(held().amount - held().setOff).isEqualTo(2_000);
        Desk.booksHold();
    }

    @Test
    void a_proposal_is_replaced_or_withdrawn_and_the_payable_stays_held() {
        UUID first = proposed(paid("84.00"));
        UUID second = proposed("\"decision\": \"OWED\"");
        approve(first).then().statusCode(409).body("code", equalTo("already-decided"));

        given().header("If-Match", "*")
                .delete("/payables/" + payable + "/hold-decisions/" + second)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("paid", nullValue());

        approve(second).then().statusCode(409).body("code", equalTo("already-decided"));
        approve(UUID.randomUUID()).then().statusCode(404);
        assertThat(held().state).isEqualTo(PayableState.HELD);
    }

    @Test
    void only_what_may_have_been_paid_is_proposed() {
        refused(paid("24.99"), 422, "amount-out-of-bounds");
        refused(paid("85.01"), 422, "amount-out-of-bounds");
        refused(paid("84.00").replace("INR", "JPY").replace("84.00", "84"), 422, "wrong-currency");
        refused("\"decision\": \"PAID\"", 422, "not-null");
        refused(paid("84.00").replace("PAID", "OWED"), 422, "not-for-this-kind");
        propose(UUID.randomUUID(), paid("84.00")).then().statusCode(404);
    }

    @Test
    void nothing_is_decided_about_what_is_not_held_for_people() {
        pools.stated(member, 700);
        Payable open = owed().getLast();
        assertThat(propose(open.id, paid("7.00")).jsonPath().getString("code")).isEqualTo("not-held");
        ExitScenario.inTransaction(() -> payables.hold(PayableKind.POOL_PAYOUT, open.sourceId, "disputed", "tara"));
        assertThat(propose(open.id, paid("7.00")).jsonPath().getString("code"))
                .as("no bank was asked to pay it")
                .isEqualTo("not-sent");
        ExitScenario.inTransaction(() -> payables.liftHold(PayableKind.POOL_PAYOUT, open.sourceId, "tara"));
        ExitScenario.inTransaction(
                () -> payables.hold(PayableKind.POOL_PAYOUT, open.sourceId, "no-bank-account", "tara"));
        assertThat(propose(open.id, "\"decision\": \"OWED\"").jsonPath().getString("code"))
                .isEqualTo("not-held");
    }

    @Test
    void what_is_proposed_lapses_when_the_banks_statement_settles_the_matter() {
        UUID decision = proposed("\"decision\": \"OWED\"");
        assertThat(treasury.paidByBank(payable, Money.of("85.00", "INR")))
                .as("a set-off explains it")
                .isTrue();

        assertThat(stateOf(decision)).isEqualTo("LAPSED");
        assertThatThrownBy(() -> treasury.approveHold(payable, decision)).hasMessageContaining("already-decided");
        assertThat(held().state).isEqualTo(PayableState.PAID);
    }

    @Test
    void what_is_proposed_lapses_when_the_hold_is_lifted_for_another_reason() {
        UUID decision = proposed("\"decision\": \"OWED\"");

        ExitScenario.inTransaction(() -> payables.liftHold(PayableKind.POOL_PAYOUT, held().sourceId, "tara"));

        assertThat(stateOf(decision)).isEqualTo("LAPSED");
    }

    @Test
    void who_has_proposed_waits_for_a_colleague_and_who_has_not_is_waited_for() {
        long before = waiting();
        assertThat(before).isPositive();

        proposed("\"decision\": \"OWED\"");

        assertThat(waiting()).as("tara has said what she has to say").isEqualTo(before - 1);
    }

    @Test
    void treasurers_find_what_they_are_to_decide_about_with_what_the_bank_has_reported() {
        assertThat(awaiting()).contains(payable);
        given().get("/payables/" + payable)
                .then()
                .body("payable.awaitsDecision", equalTo(true))
                .body("payable.reportedPaid.amount", equalTo("84.00"))
                .body("payable.reportedReference", equalTo("S-" + payable))
                .body("history.change", hasItems("REPORTED_PAID"));
        assertThat(treasury.paidByBank(payable, Money.of("84.00", "INR")))
                .as("the statement again")
                .isFalse();
        assertThat(given().get("/payables/" + payable).jsonPath().getList("history.change", String.class))
                .as("said once")
                .containsOnlyOnce("REPORTED_PAID");

        treasury.approveHold(payable, proposed(paid("84.00")));

        assertThat(awaiting()).doesNotContain(payable);
    }

    private void refused(String proposal, int status, String code) {
        propose(payable, proposal).then().statusCode(status).body("code", equalTo(code));
    }

    private String paid(String amount) {
        return "\"decision\": \"PAID\", \"paid\": {\"amount\": {\"amount\": \"%s\", \"currency\": \"INR\"}, \"bankReference\": \"S-%s\"}"
                .formatted(amount, payable);
    }

    private UUID proposed(String proposal) {
        return UUID.fromString(
                propose(payable, proposal).then().statusCode(201).extract().path("decisionId"));
    }

    private static Response propose(UUID of, String proposal) {
        return Desk.post("/payables/" + of + "/hold-decisions", "{" + proposal + ", \"reason\": \"asked the bank\"}");
    }

    private Response approve(UUID decision) {
        return Desk.post("/payables/" + payable + "/hold-decisions/" + decision + "/approval", "{}");
    }

    private static long waiting() {
        return given().get("/waiting-work")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.kind == 'PAYABLE_TO_DECIDE' }.count");
    }

    private String stateOf(UUID decision) {
        return given().get("/payables/" + payable + "/hold-decisions")
                .jsonPath()
                .getString("items.find { it.decisionId == '" + decision + "' }.state");
    }

    private static List<UUID> awaiting() {
        return given().get("/payables?awaitsDecision=true&limit=200").jsonPath().getList("items.payableId", UUID.class);
    }

    private Payable held() {
        return ExitScenario.inTransaction(() -> Payable.<Payable>findById(payable));
    }

    private List<Payable> owed() {
        return ExitScenario.inTransaction(() -> Payable.<Payable>list("memberId = ?1 order by id", member));
    }

    private long claim() {
        return exits.balance(Account.MEMBER_DEBTS, member);
    }
}
