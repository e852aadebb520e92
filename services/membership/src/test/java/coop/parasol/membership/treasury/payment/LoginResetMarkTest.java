package coop.parasol.membership.treasury.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import coop.parasol.membership.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment run shows who got a new password since it was last paid: somebody else may have named the account. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class LoginResetMarkTest {

    @Inject
    Payables payables;

    @Inject
    Treasury treasury;

    @Inject
    FirmCurrency firmCurrency;

    @Inject
    FirmClock firmClock;

    private UUID member;
    private UUID payable;

    @BeforeEach
    void the_firm_owes_a_member_twelve_and_a_half() {
        member = UUID.fromString(Desk.apply());
        payable = due(UUID.randomUUID());
    }

    @Test
    void the_next_run_shows_whose_password_was_reset_since_it_was_last_paid() {
        resetPassword();
        String run = Desk.post("/payment-runs", "{}")
                .then()
                .statusCode(201)
                .extract()
                .path("runId");
        assertThat(mark(run)).as("reset since the last payment").isNotNull();
        given().header("If-Match", "*").delete("/payment-runs/" + run).then().statusCode(200);
        assertThat(mark(treasury.send().orElseThrow().toString()))
                .as("still, for the draft was withdrawn")
                .isNotNull();

        payable = due(UUID.randomUUID());

        assertThat(mark(treasury.draft().orElseThrow().toString()))
                .as("looked at once")
                .isNull();
    }

    @Test
    void a_run_is_not_approved_if_a_password_was_reset_after_its_draft() {
        String run = treasury.draft().orElseThrow().toString();
        resetPassword();

        Desk.post("/payment-runs/" + run + "/approval", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("login-reset-since"));
    }

    private void resetPassword() {
        QuarkusTransaction.requiringNew().run(() -> Member.lock(member).orElseThrow().loginResetAt = firmClock.now());
    }

    private @Nullable String mark(String run) {
        return given().get("/payment-runs/" + run)
                .jsonPath()
                .getString("items.find { it.payableId == '" + payable + "' }.loginResetAt");
    }

    private UUID due(UUID of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> payables.create(
                        new Payables.Due(of, member, Money.of("12.50", firmCurrency.code())),
                        new Payables.PayableDetails(
                                CountingPayableListener.KIND, firmClock.today(), "Pool", 1, "priya")));
    }
}
