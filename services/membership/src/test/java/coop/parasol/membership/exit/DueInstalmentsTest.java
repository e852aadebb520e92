package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.books.setoff.rules.SetOff.Raised;
import coop.parasol.membership.governance.Assembly;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Inject
    SetOffClaims setOffClaims;

    @Test
    void instalments_of_the_share_are_deducted_when_their_day_has_come_and_not_before() {
        exits.join();
        assembly.bylaws(Map.of("buyInInstalments", 3));
        try {
            String firm = withTheFirstInstalmentPaid();
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

    /** Of 30.00 for goods and an instalment of more than 50.00, two amounts of 20.00 and 30.00 at once settle 50.00. */
    @ParameterizedTest
    @CsvSource({"CLAIMS_FIRST, 20.00", "SHARE_FIRST, 50.00"})
    void what_is_due_of_both_kinds_is_settled_in_the_order_of_the_bylaws(String order, String ofTheShare) {
        exits.join();
        assembly.bylaws(Map.of("buyInInstalments", 3, "setOffOrder", order));
        try {
            String firm = withTheFirstInstalmentPaid();
            UUID member = UUID.fromString(firm);
            exits.advanceClock(370);
            exits.book(member, Account.MEMBER_DEBTS, 30_00);
            exits.book(member, Account.POOL_PAYABLE, -50_00);
            long debts = exits.balance(Account.MEMBER_DEBTS, member);

            List<Long> setOff = ExitScenario.inTransaction(() -> setOffClaims.setOff(
                    Account.POOL_PAYABLE,
                    List.of(
                            new Raised("first-" + member, member, 20_00),
                            new Raised("second-" + member, member, 30_00)),
                    Cause.of("history")));

            assertThat(setOff).containsExactly(20_00L, 30_00L);
            assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(debts - 50_00);
            given().get("/members/" + firm + "/buy-in-invoice")
                    .then()
                    .body("instalments[1].setOff.amount", equalTo(ofTheShare));
            Desk.booksHold();
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1, "setOffOrder", "CLAIMS_FIRST"));
        }
    }

    private static String withTheFirstInstalmentPaid() {
        String firm = Desk.apply();
        Desk.post("/members/" + firm + "/admission", "{}").then().statusCode(200);
        String first = given().get("/members/" + firm + "/buy-in-invoice")
                .jsonPath()
                .getString("instalments[0].amount.amount");
        Desk.buyIn(firm, first).then().statusCode(200);
        return firm;
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
