package coop.parasol.membership.books.close;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import coop.parasol.contracts.EquityEvent.PatronageAllotted;
import coop.parasol.contracts.EquityEvent.PeriodClosed;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.patronage.PatronageLots;
import coop.parasol.testing.Events;
import coop.parasol.testing.Impersonation;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A period is closed once, by two persons, as rules.md divides it; tara proposes and uma approves. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PeriodCloseTest {

    @Inject
    Seasons seasons;

    @Inject
    Trade trade;

    @Inject
    Business business;

    @Inject
    ClosePeriod closePeriod;

    @Inject
    Journal journal;

    @Inject
    PatronageLots lots;

    @Inject
    FirmClock firmClock;

    @Inject
    MovableClock clock;

    @Inject
    Events events;

    @Inject
    Session database;

    @BeforeEach
    void everything_before_today_is_closed() {
        business.booksBeginToday();
    }

    /** What was booked today is over for the tests that come after. */
    @AfterEach
    void the_day_is_over() {
        clock.forward(Duration.ofDays(1));
        business.booksEnd();
    }

    @Test
    void a_period_that_is_not_over_is_not_closed() {
        String period = Seasons.open(firmClock.today().toString());

        Seasons.propose(period).then().statusCode(409).body("code", equalTo("not-over"));
        clock.forward(Duration.ofDays(1));
        Seasons.propose(period).then().statusCode(200).body("state", equalTo("PROPOSED"));
    }

    /** As the portal does it: by what reading the period has answered. */
    @Test
    void a_close_is_proposed_by_the_version_that_was_read() {
        String period = Seasons.open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        String read = given().get("/periods/" + period)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");

        given().header("If-Match", read)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{}")
                .post("/periods/" + period + "/closing")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"));
    }

    @Test
    void a_surplus_of_900_is_shown_before_it_is_decided() {
        Seasons.Season season = seasons.season();

        JsonPath early = given().get("/periods/" + season.period() + "/close-preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(early.getString("surplus.amount")).isEqualTo("900.00");
        assertThat(early.getString("toReserve.amount")).isEqualTo("180.00");
        assertThat(early.getList("allotments.bonus.amount")).containsExactly("288.00", "216.00", "144.00", "72.00");
        assertThat(early.getString("cash.amount")).isEqualTo("144.00");
    }

    @Test
    void a_second_person_closes_and_the_vector_of_the_rules_comes_out() {
        Seasons.Season season = seasons.season();
        String period = season.period();
        clock.forward(Duration.ofDays(31));
        BigDecimal netBookValue = amount(Desk.shareValue(), "netBookValue.amount");
        Seasons.propose(period).then().statusCode(200);
        Seasons.approve(period).then().statusCode(403).body("code", equalTo("same-person"));

        approvedByUma(period)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedBy", equalTo("uma"));
        approvedByUma(period).then().statusCode(409).body("code", equalTo("closed"));

        assertThat(amount(Desk.shareValue(), "netBookValue.amount").subtract(netBookValue))
                .isEqualTo(new BigDecimal("756.00"));
        JsonPath first = Seasons.equity(season.members().getFirst());
        assertThat(first.getString("patronageCapital.amount")).isEqualTo("230.40");
        assertThat(first.getString("patronagePayable.amount")).isEqualTo("57.60");
        assertThat(first.getString("patronageByYear[0].amount.amount")).isEqualTo("230.40");
        assertThat(first.getString("patronageByYear[0].state")).isEqualTo("HELD");
        assertThat(Seasons.equity(season.members().getLast()).getString("patronageCapital.amount"))
                .isEqualTo("0.00");
        PeriodClosed closed = events.await(
                PeriodClosed.class, event -> event.periodId().toString().equals(period));
        assertThat(closed.patronageCapital().amount()).isEqualTo("576.00");
        assertThat(events.all(
                        PatronageAllotted.class,
                        event -> event.periodId().toString().equals(period)))
                .hasSize(4);
        Desk.booksHold();
    }

    @Test
    void a_closed_period_is_not_reopened_and_nothing_is_booked_into_it() {
        String period = seasons.closed(seasons.season()).period();

        Seasons.propose(period).then().statusCode(409).body("code", equalTo("closed"));
        given().header("If-Match", "*")
                .delete("/periods/" + period + "/closing")
                .then()
                .statusCode(409);
        assertThatThrownBy(() ->
                        sql("update financial_period set state = 'OPEN', closed_by = null where state = 'CLOSED'"))
                .hasStackTraceContaining("cannot be reopened");
        Entry late = new Entry.Builder()
                .debit(Account.BANK, 1)
                .credit(Account.OTHER_INCOME, 1)
                .bookedOn(firmClock.today().minusDays(1))
                .build("Late", UUID.randomUUID(), null, null);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> journal.post(late, Seasons.CAUSE)))
                .hasStackTraceContaining("is closed");
        Desk.post("/periods", "{\"firstDay\": \"2020-01-01\", \"lastDay\": \"2035-01-01\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-consecutive"));
    }

    @Test
    void the_database_refuses_patronage_lots_that_differ_from_the_books() {
        UUID member = seasons.closed(seasons.season()).members().get(1);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> lots.redeemAll(member)))
                .hasStackTraceContaining("of patronage capital in the books");

        QuarkusTransaction.requiringNew().run(() -> {
            long taken = lots.redeemAll(member);
            assertThat(taken).isEqualTo(17_280);
            journal.post(
                    new Entry.Builder()
                            .debit(Account.PATRONAGE_CAPITAL, member, taken)
                            .credit(Account.PATRONAGE_PAYABLE, member, taken)
                            .build("Taken", member, member, null),
                    Seasons.CAUSE);
        });
        assertThat(Seasons.equity(member).getString("patronageByYear[0].state")).isEqualTo("REDEEMED");
        Desk.booksHold();
    }

    @Test
    void a_close_that_was_proposed_on_other_figures_is_refused() {
        Desk.join();
        String period = Seasons.open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        Seasons.propose(period).then().statusCode(200);
        spend(10_000);

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> closePeriod.close(UUID.fromString(period), "uma", Seasons.CAUSE)))
                .isInstanceOf(ClosePeriod.FiguresChanged.class);
        assertThat(shown(period).getString("state")).isEqualTo("PROPOSED");

        Seasons.propose(period).then().statusCode(200).body("surplus.amount", equalTo("-100.00"));
        seasons.close(period);
        Desk.booksHold();
    }

    @Test
    void after_a_loss_there_is_a_surplus_again() {
        UUID member = UUID.fromString(Desk.join());
        String loss = Seasons.open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        spend(10_000);
        Seasons.propose(loss).then().statusCode(200).body("surplus.amount", equalTo("-100.00"));
        seasons.close(loss);

        trade.sold(member, 100);
        trade.earn("100.00");
        String next = Seasons.open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        Seasons.propose(next).then().statusCode(200).body("surplus.amount", equalTo("100.00"));
        seasons.close(next);

        assertThat(shown(next).getString("state")).isEqualTo("CLOSED");
        Desk.booksHold();
    }

    private void spend(long amount) {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.post(
                        new Entry.Builder()
                                .debit(Account.OPERATING_EXPENSES, amount)
                                .credit(Account.BANK, amount)
                                .bookedOn(firmClock.today().minusDays(1))
                                .build("Repair", UUID.randomUUID(), null, null),
                        Seasons.CAUSE));
    }

    private static Response approvedByUma(String period) {
        return Impersonation.as("uma", Map.of(), Set.of("treasurer"), () -> Seasons.approve(period));
    }

    private static JsonPath shown(String id) {
        return given().get("/periods/" + id).then().statusCode(200).extract().jsonPath();
    }

    private static BigDecimal amount(JsonPath from, String field) {
        return new BigDecimal(from.getString(field));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
