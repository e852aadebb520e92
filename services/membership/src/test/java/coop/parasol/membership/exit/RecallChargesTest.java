package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.messaging.Envelope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What recalls of a leaving member's batches cost is taken from what is held back, and from nothing else. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class RecallChargesTest {

    @Inject
    ExitScenario exits;

    @Inject
    FirmCurrency firmCurrency;

    @Inject
    OnBatchRecalled onBatchRecalled;

    private UUID member;

    @BeforeEach
    void three_members_of_a_firm_with_three_instalments_and_a_holdback() {
        exits.bylaws(3, 1_000, 12, 10_000);
        exits.join();
        exits.join();
        member = exits.join();
    }

    @Test
    void a_recall_after_the_exit_is_charged_to_the_holdback_and_to_nothing_else() {
        UUID exit = exits.requestAndValue(member);
        UUID batch = recalled(member);
        UUID others = recalled(exits.join());
        long held = exits.exit(exit).holdback;

        charge(exit, others, "10.00").then().statusCode(409).body("code", equalTo("not-recalled"));
        charge(exit, UUID.randomUUID(), "10.00").then().statusCode(409).body("code", equalTo("not-recalled"));
        charge(exit, batch, money(held + 1)).then().statusCode(409).body("code", equalTo("more-than-held-back"));
        charge(exit, batch, "0.00").then().statusCode(422).body("code", equalTo("not-positive"));
        charge(exit, batch, "30.00").then().statusCode(201).body("amount.amount", equalTo("30.00"));
        charge(exit, batch, money(held - 2_999)).then().statusCode(409);
        assertThat(exits.exit(exit).holdbackLeft()).isEqualTo(held - 3_000);

        exits.advanceDays(366);

        assertThat(amounts(exit)).hasSize(4).endsWith(held - 3_000);
        charge(exit, batch, "1.00").then().statusCode(409).body("code", equalTo("more-than-held-back"));
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        Desk.booksHold();
    }

    @Test
    void charges_are_shown_page_by_page_each_once() {
        UUID exit = exits.requestAndValue(member);
        UUID batch = recalled(member);
        List<String> charged = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            charged.add(charge(exit, batch, (i + 1) + ".00").then().extract().path("chargeId"));
        }
        List<String> shown = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = RestAssured.given()
                    .get("/exits/" + exit + "/recall-charges?limit=2" + after)
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeBetween(1, 2);
            shown.addAll(page.getList("items.chargeId"));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertThat(shown).containsExactlyElementsOf(charged);
        RestAssured.given()
                .get("/exits/" + exit + "/recall-charges?limit=0")
                .then()
                .statusCode(422);
    }

    @Test
    void a_holdback_that_recalls_have_used_up_is_waited_for_no_longer() {
        UUID exit = exits.requestAndValue(member);
        exits.advanceDays(200);
        exits.payAllDue();

        charge(exit, recalled(member), money(exits.exit(exit).holdback)).then().statusCode(201);

        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.exit(exit).paid).isEqualTo(exits.exit(exit).payable);
        Desk.booksHold();
    }

    private UUID recalled(UUID maker) {
        UUID batch = UUID.randomUUID();
        BatchRecalled event = new BatchRecalled(
                batch, "PC-1", maker, "LAMP", "L-1", UUID.randomUUID(), RecallClass.I, "cracks", Instant.EPOCH);
        Envelope envelope = new Envelope(UUID.randomUUID(), "", "", 0, Instant.EPOCH, ExitScenario.CAUSE);
        for (int told = 0; told < 2; told++) {
            ExitScenario.inTransaction(() -> {
                onBatchRecalled.on(event, envelope);
                return true;
            });
        }
        return batch;
    }

    private static Response charge(UUID exit, UUID batch, String amount) {
        return Desk.post(
                "/exits/" + exit + "/recall-charges",
                "{\"batchId\": \"%s\", \"amount\": {\"amount\": \"%s\", \"currency\": \"INR\"}, \"narrative\": \"returns\"}"
                        .formatted(batch, amount));
    }

    private List<Long> amounts(UUID exit) {
        return exits.payments(exit).stream().map(payment -> payment.amount).toList();
    }

    private String money(long minor) {
        return firmCurrency.money(minor).amount();
    }
}
