package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payout.Payout;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A negative payable is a claim of the firm: no payment is below zero, and money that comes later settles it. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class ClaimTest {

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    private UUID member;
    private UUID exit;

    @BeforeEach
    void a_member_that_owes_the_firm_300_more_than_its_share_is_worth() {
        exits.bylaws(3, 1_000, 12, 10_000);
        exits.join();
        exits.join();
        member = exits.join();
        exits.book(member, Account.MEMBER_DEBTS, 130_000);
        exit = exits.requestAndValue(member);
    }

    @Test
    void a_negative_payable_is_a_claim_that_the_desk_sees() {
        given().get("/exits/" + exit)
                .then()
                .statusCode(200)
                .body("payable.amount", equalTo("0.00"))
                .body("stillOwed.amount", equalTo("300.00"))
                .body("claim.amount", equalTo("300.00"));
        assertThat(exits.payments(exit)).isEmpty();
    }

    @Test
    void money_of_a_pool_settles_the_claim_first_and_only_the_remainder_is_paid() {
        pools.stated(member, 10_000);

        assertThat(claim()).isEqualTo("200.00");
        assertThat(payables()).isEmpty();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();

        pools.stated(member, 25_000);

        assertThat(claim()).isEqualTo("0.00");
        assertThat(payables()).containsExactly(5_000L);
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isEqualTo(-5_000);
        assertThat(ExitScenario.inTransaction(() -> Payout.<Payout>list("memberId = ?1 order by id", member).stream()
                        .map(payout -> payout.setOff)
                        .toList()))
                .containsExactly(10_000L, 20_000L);
        exits.payAllDue();
        pools.stated(member, 1_000);
        assertThat(payables()).containsExactly(5_000L, 1_000L);
        Desk.booksHold();
    }

    @Test
    void what_a_member_owes_that_holds_its_share_is_set_off_too() {
        UUID stays = exits.join();
        exits.book(stays, Account.MEMBER_DEBTS, 5_000);

        pools.stated(stays, 8_000);

        assertThat(exits.balance(Account.POOL_PAYABLE, stays)).isEqualTo(-3_000);
        assertThat(exits.balance(Account.MEMBER_DEBTS, stays)).isZero();
        Desk.booksHold();
    }

    private String claim() {
        return given().get("/exits/" + exit).jsonPath().getString("claim.amount");
    }

    private List<Long> payables() {
        return ExitScenario.inTransaction(() -> Payable.<Payable>list("memberId = ?1 order by id", member).stream()
                .map(payable -> payable.amount)
                .toList());
    }
}
