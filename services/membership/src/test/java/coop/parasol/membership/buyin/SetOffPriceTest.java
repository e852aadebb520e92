package coop.parasol.membership.buyin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.governance.Assembly;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Parts of a share's price that are set off when its member leaves, and owed again where that was a mistake. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class SetOffPriceTest {

    @Inject
    Assembly assembly;

    @Inject
    BuyIns buyIns;

    @Inject
    Journal journal;

    @Test
    void what_is_set_off_of_a_part_is_not_paid_again_and_the_rest_of_it_is() {
        Desk.join();
        assembly.bylaws(Map.of("buyInInstalments", 4));
        try {
            String member = admitted();
            List<String> parts = given().get("/members/" + member + "/buy-in-invoice")
                    .jsonPath()
                    .getList("instalments.amount.amount");
            Desk.buyIn(member, parts.getFirst()).then().statusCode(200);
            BigDecimal half = new BigDecimal(parts.get(2)).divide(BigDecimal.TWO, 2, RoundingMode.DOWN);
            BigDecimal off = new BigDecimal(parts.get(1)).add(half);

            settleOtherwise(UUID.fromString(member), off.movePointRight(2).longValueExact());

            String rest = new BigDecimal(parts.get(2)).subtract(half).toString();
            given().get("/members/" + member + "/buy-in-invoice")
                    .then()
                    .body("instalments[1].setOff.amount", equalTo(parts.get(1)))
                    .body("instalments[2].setOff.amount", equalTo(half.toString()))
                    .body("instalments[3].setOff", nullValue())
                    .body(
                            "outstanding.amount",
                            equalTo(new BigDecimal(rest)
                                    .add(new BigDecimal(parts.get(3)))
                                    .toString()));
            Desk.buyIn(member, parts.get(2)).then().statusCode(422).body("code", equalTo("wrong-amount"));
            Desk.buyIn(member, rest).then().statusCode(200);
            assertThat(outstanding(member)).isEqualTo(parts.get(3));
            Desk.buyIn(member, parts.get(3)).then().statusCode(200);
            Desk.buyIn(member, parts.get(3)).then().statusCode(409).body("code", equalTo("not-admitted"));
            given().get("/members/" + member + "/equity").then().body("debts.amount", equalTo("0.00"));
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1));
        }
    }

    @Test
    void what_was_set_off_by_mistake_is_owed_again_the_last_part_first() {
        Desk.join();
        assembly.bylaws(Map.of("buyInInstalments", 4));
        try {
            String member = admitted();
            List<String> parts = given().get("/members/" + member + "/buy-in-invoice")
                    .jsonPath()
                    .getList("instalments.amount.amount");
            Desk.buyIn(member, parts.getFirst()).then().statusCode(200);
            String before = outstanding(member);
            BigDecimal cent = new BigDecimal("0.01");
            BigDecimal off = new BigDecimal(parts.get(1)).add(cent);
            QuarkusTransaction.requiringNew()
                    .run(() -> buyIns.setOff(
                            UUID.fromString(member), off.movePointRight(2).longValueExact()));

            QuarkusTransaction.requiringNew().run(() -> buyIns.reopen(UUID.fromString(member), 3));

            given().get("/members/" + member + "/buy-in-invoice")
                    .then()
                    .body(
                            "instalments[1].setOff.amount",
                            equalTo(new BigDecimal(parts.get(1))
                                    .subtract(new BigDecimal("0.02"))
                                    .toString()))
                    .body("instalments[2].setOff", nullValue());
            QuarkusTransaction.requiringNew()
                    .run(() -> buyIns.reopen(
                            UUID.fromString(member), off.movePointRight(2).longValueExact()));
            assertThat(outstanding(member)).as("never more than was set off").isEqualTo(before);
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1));
        }
    }

    @Test
    void what_was_set_off_by_mistake_of_a_part_that_is_paid_meanwhile_is_owed_again_as_a_part_of_its_own() {
        Desk.join();
        assembly.bylaws(Map.of("buyInInstalments", 4));
        try {
            String member = admitted();
            List<String> parts = given().get("/members/" + member + "/buy-in-invoice")
                    .jsonPath()
                    .getList("instalments.amount.amount");
            Desk.buyIn(member, parts.getFirst()).then().statusCode(200);
            BigDecimal off = new BigDecimal("0.10");
            BigDecimal rest = new BigDecimal(parts.get(1)).subtract(off);
            settleOtherwise(UUID.fromString(member), 10);
            Desk.buyIn(member, rest.toString()).then().statusCode(200);
            BigDecimal before = new BigDecimal(outstanding(member));

            settleOtherwise(UUID.fromString(member), -10);

            given().get("/members/" + member + "/buy-in-invoice")
                    .then()
                    .body("instalments", hasSize(5))
                    .body("instalments[1].amount.amount", equalTo(rest.toString()))
                    .body("instalments[1].setOff", nullValue())
                    .body("instalments[4].amount.amount", equalTo("0.10"))
                    .body("outstanding.amount", equalTo(before.add(off).toString()));
            Desk.buyIn(member, outstanding(member)).then().statusCode(200);
            given().get("/members/" + member + "/equity").then().body("debts.amount", equalTo("0.00"));
            QuarkusTransaction.requiringNew().run(() -> buyIns.reopen(UUID.fromString(member), 10));
            assertThat(outstanding(member)).as("never more than was set off").isEqualTo("0.00");
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1));
        }
    }

    /** As a valuation does, with what the equity of the member is worth; what is negative is owed again. */
    private void settleOtherwise(UUID member, long debts) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (debts > 0) {
                buyIns.setOff(member, debts);
            } else {
                buyIns.reopen(member, -debts);
            }
            journal.post(
                    new Entry.Builder()
                            .debit(Account.BANK, debts)
                            .credit(Account.MEMBER_DEBTS, member, debts)
                            .build("Test", UUID.randomUUID(), member, null),
                    Cause.of("history"));
        });
    }

    private static String admitted() {
        String member = Desk.apply();
        Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);
        return member;
    }

    private static String outstanding(String member) {
        return given().get("/members/" + member + "/buy-in-invoice").jsonPath().getString("outstanding.amount");
    }
}
