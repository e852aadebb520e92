package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What two treasurers may decide about a payable that is held, and what it books. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class HeldPayableTest extends HeldPayableScenario {

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
        pools.stated(member, 4_000);
        treasury.send();
        exits.book(member, Account.MEMBER_DEBTS, 106_000);
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
}
