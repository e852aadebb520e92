package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import coop.parasol.contracts.Money;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is waited for where a payable is held, and when what was proposed lapses. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class HoldDecisionQueueTest extends HeldPayableScenario {

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
}
