package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.governance.Assembly;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Parts of the price of a share are set off against a payout once they are due; what is owed for goods comes first by the bylaws. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class DueInstalmentsTest {

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Assembly assembly;

    @Test
    void instalments_of_the_share_are_deducted_when_their_day_has_come_and_not_before() {
        exits.join();
        assembly.bylaws(Map.of("buyInInstalments", 3));
        try {
            String firm = Desk.apply();
            Desk.post("/members/" + firm + "/admission", "{}").then().statusCode(200);
            Desk.buyIn(
                            firm,
                            given().get("/members/" + firm + "/buy-in-invoice")
                                    .jsonPath()
                                    .getString("instalments[0].amount.amount"))
                    .then()
                    .statusCode(200);
            UUID member = UUID.fromString(firm);
            long instalments = exits.balance(Account.MEMBER_DEBTS, member);
            assertThat(instalments).isPositive();
            exits.book(member, Account.MEMBER_DEBTS, 30_00);
            pools.stated(member, 100_00);

            assertThat(owed(member)).containsExactly(70_00L);
            assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(instalments);
            given().get("/members/" + firm + "/buy-in-invoice").then().body("instalments[1].setOff", nullValue());
            given().get("/members/" + firm + "/equity").then().body("debtsDue.amount", equalTo("0.00"));
            exits.payAllDue();
            exits.advanceClock(370);
            pools.stated(member, 100_00);

            assertThat(owed(member))
                    .as("an instalment of more than that is due")
                    .isEmpty();
            assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(instalments - 100_00);
            given().get("/members/" + firm + "/buy-in-invoice")
                    .then()
                    .body("instalments[1].setOff.amount", equalTo("100.00"));
            Desk.booksHold();
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1));
        }
    }

    private static List<Long> owed(UUID member) {
        return ExitScenario.inTransaction(() -> Payable.<Payable>list(
                        "memberId = ?1 and kind = ?2 and state <> ?3",
                        member,
                        PayableKind.POOL_PAYOUT,
                        PayableState.PAID)
                .stream()
                .map(payable -> payable.amount - payable.setOff)
                .toList());
    }
}
