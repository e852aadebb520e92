package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/**
 * A transfer was entered as rejected, a claim of 60.00 was settled with it, and the bank says that it has paid a sum that neither
 * explains: 84.00 where 25.00 is left. Two treasurers decide.
 */
abstract class HeldPayableScenario {

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Treasury treasury;

    @Inject
    Payables payables;

    UUID member;
    UUID payable;

    @BeforeEach
    void a_payable_that_is_held_because_the_bank_has_paid_more_than_is_left() {
        exits.payAllDue();
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        exits.join();
        member = exits.join();
        pools.stated(member, 8_500);
        treasury.send();
        exits.book(member, Account.MEMBER_DEBTS, 106_000);
        exits.requestAndValue(member);
        payable = owed().getFirst().id;
        Desk.post("/payables/" + payable + "/rejection", "{\"reason\": \"AC04\"}")
                .then()
                .statusCode(200);
        assertThat(treasury.paidByBank(payable, Money.of("84.00", "INR"))).isFalse();
        assertThat(held().state).isEqualTo(PayableState.HELD);
        assertThat(claim()).isZero();
    }

    void refused(String proposal, int status, String code) {
        propose(payable, proposal).then().statusCode(status).body("code", equalTo(code));
    }

    String paid(String amount) {
        return "\"decision\": \"PAID\", \"paid\": {\"amount\": {\"amount\": \"%s\", \"currency\": \"INR\"}, \"bankReference\": \"S-%s\"}"
                .formatted(amount, payable);
    }

    UUID proposed(String proposal) {
        return UUID.fromString(
                propose(payable, proposal).then().statusCode(201).extract().path("decisionId"));
    }

    static Response propose(UUID of, String proposal) {
        return Desk.post("/payables/" + of + "/hold-decisions", "{" + proposal + ", \"reason\": \"asked the bank\"}");
    }

    Response approve(UUID decision) {
        return Desk.post("/payables/" + payable + "/hold-decisions/" + decision + "/approval", "{}");
    }

    static long waiting() {
        return given().get("/waiting-work")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.kind == 'PAYABLE_TO_DECIDE' }.count");
    }

    String stateOf(UUID decision) {
        return given().get("/payables/" + payable + "/hold-decisions")
                .jsonPath()
                .getString("items.find { it.decisionId == '" + decision + "' }.state");
    }

    static List<UUID> awaiting() {
        return given().get("/payables?awaitsDecision=true&limit=200").jsonPath().getList("items.payableId", UUID.class);
    }

    Payable held() {
        return ExitScenario.inTransaction(() -> Payable.<Payable>findById(payable));
    }

    List<Payable> owed() {
        return ExitScenario.inTransaction(() -> Payable.<Payable>list("memberId = ?1 order by id", member));
    }

    long claim() {
        return exits.balance(Account.MEMBER_DEBTS, member);
    }
}
