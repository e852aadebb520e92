package coop.parasol.membership.books.patronage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.close.Business;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A bonus and revolved capital reach the member by a payment run, once, and to the minor unit of the ledger. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class BonusesPaidTest {

    @Inject
    Business business;

    @Inject
    Treasury treasury;

    @Inject
    MovableClock clock;

    @Inject
    Session database;

    @Test
    void a_bonus_and_then_the_capital_of_the_same_year_are_paid_once_each() {
        business.booksEnd();
        business.booksBeginToday();
        UUID member = UUID.fromString(Desk.join());
        UUID other = UUID.fromString(Desk.join());
        business.pool(new Random(1), List.of(member, other));
        business.earn(new Random(2), 777_777);
        clock.forward(Duration.ofDays(1));
        business.close(0);
        String bonus = owed(member, "patronagePayable");
        String capital = owed(member, "patronageCapital");
        assertThat(payable(member, PayableKind.PATRONAGE_BONUS, "amount.amount"))
                .isEqualTo(bonus);

        treasury.payAll("UTR-B");
        treasury.payAll("UTR-B again");
        Desk.post(
                "/payables/" + payable(member, PayableKind.PATRONAGE_BONUS, "payableId") + "/payment",
                "{\"bankReference\": \"UTR-B\"}");

        assertThat(owed(member, "patronagePayable")).isEqualTo("0.00");
        assertThat(payable(member, PayableKind.PATRONAGE_BONUS, "state")).isEqualTo("PAID");
        assertThat(payable(member, PayableKind.PATRONAGE_BONUS, "bankReference"))
                .isEqualTo("UTR-B");
        assertThat(booked("PatronagePaid", member)).containsExactly(bonus);

        clock.forward(Duration.ofDays(5 * 366));
        business.revolve();
        assertThat(owed(member, "patronageCapital")).as("%s", periods()).isEqualTo("0.00");
        assertThat(owed(member, "patronagePayable")).isEqualTo(capital);
        treasury.payAll("UTR-R");
        treasury.payAll("UTR-R again");

        assertThat(owed(member, "patronagePayable")).isEqualTo("0.00");
        assertThat(payable(member, PayableKind.REVOLVED_CAPITAL, "amount.amount"))
                .isEqualTo(capital);
        assertThat(booked("RevolvedCapitalPaid", member)).containsExactly(capital);
        assertThat(booked("PatronagePaid", member))
                .as("the bonus is not paid again")
                .containsExactly(bonus);
        given().contentType("application/json")
                .body("{}")
                .post("/ledger/check")
                .then()
                .body("entriesSumToZero", equalTo(true))
                .body("netBookValueEquation", equalTo(true));
    }

    private List<String> periods() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select concat_ws(' ', first_day, last_day, state, revolves_on, revolved_at) from financial_period"
                                        + " order by last_day",
                                String.class)
                        .getResultList());
    }

    private static String owed(UUID member, String what) {
        return given().get("/members/" + member + "/equity").jsonPath().getString(what + ".amount");
    }

    private static String payable(UUID member, PayableKind kind, String field) {
        String after = "";
        while (true) {
            JsonPath page = given().get("/payables?limit=200" + after).jsonPath();
            String found = page.getString(
                    "items.find { it.kind == '" + kind + "' && it.memberId == '" + member + "' }?." + field);
            if (found != null) {
                return found;
            }
            after = "&after=" + Objects.requireNonNull(page.getString("next"), "no payable of " + kind);
        }
    }

    /** What the bank has paid the member by entries of that event. */
    private List<String> booked(String event, UUID member) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select cast(cast(-l.amount / 100.0 as numeric(12, 2)) as text) from journal_entry e join journal_line l"
                                        + " on l.entry = e.id and l.account = 1000 where e.event = ?1 and e.member_id = ?2 order by e.id",
                                String.class)
                        .setParameter(1, event)
                        .setParameter(2, member)
                        .getResultList());
    }
}
