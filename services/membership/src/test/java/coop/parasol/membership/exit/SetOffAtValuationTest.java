package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.membership.treasury.payout.Payout;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * At the valuation what a member owes beyond its equity is settled by what the firm owes it and has not paid, whatever for, the longest
 * due first; what a bank was asked to pay is settled when it comes back.
 */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class SetOffAtValuationTest {

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Treasury treasury;

    private UUID member;

    @BeforeEach
    void a_member() {
        exits.payAllDue();
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        exits.join();
        member = exits.join();
    }

    /** It has come to owe 60 more than its share is worth, and nothing is raised before its share is valued. */
    private UUID leavesInDebt() {
        exits.book(member, Account.MEMBER_DEBTS, shareValue() + 6_000);
        return exits.requestAndValue(member);
    }

    private static long shareValue() {
        return Money.of(Desk.shareValue().getString("shareValue.amount"), "INR").minor();
    }

    @Test
    void the_longest_due_payable_is_settled_first_and_one_that_is_wholly_settled_is_owed_no_more() {
        pools.stated(member, 4_000);
        exits.advanceClock(1);
        pools.stated(member, 3_000);

        UUID exit = leavesInDebt();

        assertThat(remainders()).containsExactly(0L, 1_000L);
        assertThat(states()).containsExactly(PayableState.CANCELLED, PayableState.OPEN);
        assertThat(ExitScenario.inTransaction(() -> Payout.<Payout>list("memberId = ?1 order by id", member).stream()
                        .map(payout -> payout.setOff)
                        .toList()))
                .containsExactly(4_000L, 2_000L);
        given().get("/exits/" + exit)
                .then()
                .body("stillOwed.amount", equalTo("60.00"), "claim.amount", equalTo("0.00"));
        exits.payAllDue();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void a_draft_with_it_is_withdrawn_so_that_nobody_approves_what_is_owed_no_more() {
        pools.stated(member, 8_500);
        UUID run = treasury.draft().orElseThrow();

        leavesInDebt();

        given().get("/payment-runs/" + run).then().body("state", equalTo("WITHDRAWN"));
        assertThat(remainders()).containsExactly(2_500L);
        exits.payAllDue();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void what_the_bank_was_asked_to_pay_is_settled_when_it_rejects_it() {
        pools.stated(member, 8_500);
        assertThat(treasury.send()).isPresent();
        UUID exit = leavesInDebt();
        assertThat(remainders()).as("sent to the bank").containsExactly(8_500L);
        given().get("/exits/" + exit).then().body("claim.amount", equalTo("60.00"));

        Desk.post("/payables/" + payables().getFirst().id + "/rejection", "{\"reason\": \"AC04\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"), "amount.amount", equalTo("85.00"), "setOff.amount", equalTo("60.00"));

        given().get("/exits/" + exit).then().body("claim.amount", equalTo("0.00"));
        exits.payAllDue();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    /** The rejection was entered by mistake, and with it the set-off: both are as if they had not been. */
    @Test
    void what_the_bank_has_paid_all_the_same_is_paid_once_and_the_claim_is_open_again() {
        pools.stated(member, 8_500);
        UUID payable = sentAndRejected();
        assertThat(claim()).isZero();

        assertThat(treasury.paidByBank(payable, Money.of("85.00", "INR"))).isTrue();

        assertThat(states()).containsExactly(PayableState.PAID);
        assertThat(remainders()).containsExactly(8_500L);
        assertThat(claim()).isEqualTo(6_000);
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        assertThat(ExitScenario.inTransaction(() -> Payout.<Payout>list("memberId", member).stream()
                        .map(payout -> payout.setOff)
                        .toList()))
                .containsExactly(0L);
        given().get("/payables/" + payable)
                .then()
                .body("history.change", hasItems("SET_OFF", "SET_OFF_REVERSED", "PAID"));
        assertThat(treasury.paidByBank(payable, Money.of("85.00", "INR")))
                .as("the statement again")
                .isFalse();
        assertThat(claim()).isEqualTo(6_000);
        exits.payAllDue();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void one_that_was_wholly_settled_and_paid_all_the_same_is_paid_and_not_owed_no_more() {
        pools.stated(member, 4_000);
        UUID payable = sentAndRejected();
        assertThat(states()).containsExactly(PayableState.CANCELLED);

        assertThat(treasury.paidByBank(payable, Money.of("40.00", "INR"))).isTrue();

        assertThat(states()).containsExactly(PayableState.PAID);
        assertThat(claim()).isEqualTo(6_000);
        Desk.booksHold();
    }

    @Test
    void the_claim_that_is_open_again_is_settled_by_what_else_the_member_is_owed() {
        pools.stated(member, 8_500);
        UUID payable = sentAndRejected();
        pools.stated(member, 7_000);

        treasury.paidByBank(payable, Money.of("85.00", "INR"));

        assertThat(claim()).isZero();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isEqualTo(-1_000);
        Desk.booksHold();
    }

    @Test
    void what_was_settled_before_it_was_sent_stays_settled_and_may_be_settled_again() {
        pools.stated(member, 8_500);
        leavesInDebt();
        treasury.send();
        UUID payable = payables().getFirst().id;
        exits.book(member, Account.MEMBER_DEBTS, 1_500);
        Desk.post("/payables/" + payable + "/rejection", "{\"reason\": \"AC04\"}")
                .then()
                .statusCode(200)
                .body("setOff.amount", equalTo("75.00"));

        assertThat(treasury.paidByBank(payable, Money.of("25.00", "INR"))).isTrue();

        assertThat(remainders()).containsExactly(2_500L);
        assertThat(claim()).isEqualTo(1_500);
        Desk.booksHold();
    }

    /** What the bank says is neither what was sent nor what is left: people look into it before anything is paid on top. */
    @Test
    void a_payment_that_no_set_off_explains_holds_what_is_left() {
        pools.stated(member, 8_500);
        UUID payable = sentAndRejected();

        assertThat(treasury.paidByBank(payable, Money.of("84.00", "INR"))).isFalse();

        exits.payAllDue();
        assertThat(states()).containsExactly(PayableState.HELD);
        assertThat(payables().getFirst().heldBecause).contains("the bank has paid more than is left");
        assertThat(claim()).isZero();
        Desk.booksHold();
    }

    @Test
    void what_was_sent_once_more_is_not_reversed() {
        pools.stated(member, 8_500);
        UUID payable = sentAndRejected();
        treasury.send();

        assertThat(treasury.paidByBank(payable, Money.of("85.00", "INR"))).isFalse();

        assertThat(states()).containsExactly(PayableState.IN_RUN);
        assertThat(claim()).isZero();
        Desk.booksHold();
    }

    /** Sent before the valuation, and entered as rejected after it, so that the claim is settled by it. */
    private UUID sentAndRejected() {
        treasury.send();
        leavesInDebt();
        UUID payable = payables().getFirst().id;
        Desk.post("/payables/" + payable + "/rejection", "{\"reason\": \"AC04\"}")
                .then()
                .statusCode(200);
        return payable;
    }

    private long claim() {
        return exits.balance(Account.MEMBER_DEBTS, member);
    }

    @Test
    void what_the_bank_has_paid_is_settled_when_it_comes_back() {
        pools.stated(member, 8_500);
        exits.payAllDue();
        UUID exit = leavesInDebt();

        assertThat(exits.returnPayable(payables().getFirst().id)).isTrue();

        given().get("/exits/" + exit).then().body("claim.amount", equalTo("0.00"));
        assertThat(payables().stream()
                        .filter(payable -> payable.state == PayableState.OPEN)
                        .map(payable -> payable.amount - payable.setOff))
                .containsExactly(2_500L);
        Desk.booksHold();
    }

    /** Whatever is owed in whatever parts: paid and settled are what was owed, and nothing is paid while a claim is open. */
    @Test
    void over_random_sums_what_is_settled_and_what_is_left_is_what_was_owed() {
        Random random = new Random(2026);
        for (int round = 0; round < 5; round++) {
            UUID leaver = exits.join();
            long claim = 1L + random.nextInt(10_000);
            long owed = 0;
            for (int part = 0; part < 1 + random.nextInt(4); part++) {
                long amount = 1L + random.nextInt(5_000);
                pools.stated(leaver, amount);
                owed += amount;
            }

            exits.book(leaver, Account.MEMBER_DEBTS, shareValue() + claim);
            exits.requestAndValue(leaver);

            long left = -exits.balance(Account.POOL_PAYABLE, leaver);
            assertThat(left).as("round %d", round).isEqualTo(Math.max(0, owed - claim));
            assertThat(exits.balance(Account.MEMBER_DEBTS, leaver))
                    .as("round %d", round)
                    .isEqualTo(Math.max(0, claim - owed));
        }
        Desk.booksHold();
    }

    private List<Payable> payables() {
        return ExitScenario.inTransaction(() -> Payable.<Payable>list("memberId = ?1 order by dueOn, id", member));
    }

    private List<Long> remainders() {
        return payables().stream()
                .map(payable -> payable.amount - payable.setOff)
                .toList();
    }

    private List<PayableState> states() {
        return payables().stream().map(payable -> payable.state).toList();
    }
}
