package coop.parasol.membership.books.close;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.EquityEvent.CapitalRevolved;
import coop.parasol.contracts.EquityEvent.PatronageAllotted;
import coop.parasol.contracts.EquityEvent.PeriodClosed;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.patronage.PatronageLots;
import coop.parasol.messaging.Cause;
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
import java.util.ArrayList;
import java.util.List;
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

    private static final Cause CAUSE = Cause.of("history");
    private static final Duration CAPITAL_IS_HELD = Duration.ofDays(5 * 366);

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

    /** Members whose goods were sold for 400, 300, 200, 100 and 0, the period in which they were, and its surplus of 900. */
    private record Season(List<UUID> members, String period) {}

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
        String period = open(firmClock.today().toString());

        propose(period).then().statusCode(409).body("code", equalTo("not-over"));
        clock.forward(Duration.ofDays(1));
        propose(period).then().statusCode(200).body("state", equalTo("PROPOSED"));
    }

    @Test
    void a_surplus_of_900_is_shown_before_it_is_decided() {
        Season season = season();

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
        Season season = season();
        String period = season.period();
        clock.forward(Duration.ofDays(31));
        BigDecimal netBookValue = amount(Desk.shareValue(), "netBookValue.amount");
        propose(period).then().statusCode(200);
        approve(period).then().statusCode(403).body("code", equalTo("same-person"));

        approvedByUma(period)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedBy", equalTo("uma"));
        approvedByUma(period).then().statusCode(409).body("code", equalTo("closed"));

        assertThat(amount(Desk.shareValue(), "netBookValue.amount").subtract(netBookValue))
                .isEqualTo(new BigDecimal("756.00"));
        JsonPath first = equity(season.members().getFirst());
        assertThat(first.getString("patronageCapital.amount")).isEqualTo("230.40");
        assertThat(first.getString("patronagePayable.amount")).isEqualTo("57.60");
        assertThat(first.getString("patronageByYear[0].amount.amount")).isEqualTo("230.40");
        assertThat(first.getString("patronageByYear[0].state")).isEqualTo("HELD");
        assertThat(equity(season.members().getLast()).getString("patronageCapital.amount"))
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
        String period = closed(season()).period();

        propose(period).then().statusCode(409).body("code", equalTo("closed"));
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
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> journal.post(late, CAUSE)))
                .hasStackTraceContaining("is closed");
        Desk.post("/periods", "{\"firstDay\": \"2020-01-01\", \"lastDay\": \"2035-01-01\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-consecutive"));
    }

    @Test
    void the_database_refuses_patronage_lots_that_differ_from_the_books() {
        UUID member = closed(season()).members().get(1);
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
                    CAUSE);
        });
        assertThat(equity(member).getString("patronageByYear[0].state")).isEqualTo("REDEEMED");
        Desk.booksHold();
    }

    @Test
    void a_close_that_was_proposed_on_other_figures_is_refused() {
        Desk.join();
        String period = open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        propose(period).then().statusCode(200);
        spend(10_000);

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> closePeriod.close(UUID.fromString(period), "uma", CAUSE)))
                .isInstanceOf(ClosePeriod.FiguresChanged.class);
        assertThat(shown(period).getString("state")).isEqualTo("PROPOSED");

        propose(period).then().statusCode(200).body("surplus.amount", equalTo("-100.00"));
        close(period);
        Desk.booksHold();
    }

    @Test
    void after_a_loss_there_is_a_surplus_again() {
        UUID member = UUID.fromString(Desk.join());
        String loss = open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        spend(10_000);
        propose(loss).then().statusCode(200).body("surplus.amount", equalTo("-100.00"));
        close(loss);

        trade.sold(member, 100);
        trade.earn("100.00");
        String next = open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        propose(next).then().statusCode(200).body("surplus.amount", equalTo("100.00"));
        close(next);

        assertThat(shown(next).getString("state")).isEqualTo("CLOSED");
        Desk.booksHold();
    }

    @Test
    void capital_revolves_when_the_bylaws_years_have_passed_oldest_first_and_is_payable() {
        // whatever other tests have left to be revolved is older
        clock.forward(CAPITAL_IS_HELD);
        business.revolve();
        business.booksBeginToday();
        Season older = closed(season());
        Season later = closed(season());
        revolve(older.period()).then().statusCode(409).body("code", equalTo("not-due"));

        clock.forward(CAPITAL_IS_HELD);

        revolve(later.period()).then().statusCode(409).body("code", equalTo("oldest-first"));
        revolve(older.period()).then().statusCode(200).body("members", equalTo(4));
        revolve(older.period()).then().statusCode(409).body("code", equalTo("already-revolved"));
        revolve(later.period()).then().statusCode(200).body("members", equalTo(4));
        UUID member = older.members().getFirst();
        assertThat(equity(member).getString("patronageCapital.amount")).isEqualTo("0.00");
        assertThat(equity(member).getString("patronagePayable.amount")).isEqualTo("288.00");
        assertThat(events.await(CapitalRevolved.class, event -> event.memberId().equals(member))
                        .amount()
                        .amount())
                .isEqualTo("230.40");
        Desk.booksHold();
    }

    private Season season() {
        List<UUID> members = new ArrayList<>();
        for (int volume : new int[] {400, 300, 200, 100, 0}) {
            UUID member = UUID.fromString(Desk.join());
            members.add(member);
            if (volume > 0) {
                trade.sold(member, volume);
            }
        }
        trade.earn("900.00");
        return new Season(members, open(firmClock.today().plusDays(30).toString()));
    }

    private Season closed(Season season) {
        clock.forward(Duration.ofDays(31));
        propose(season.period()).then().statusCode(200);
        close(season.period());
        return season;
    }

    private void close(String period) {
        QuarkusTransaction.requiringNew().run(() -> closePeriod.close(UUID.fromString(period), "uma", CAUSE));
    }

    private void spend(long amount) {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.post(
                        new Entry.Builder()
                                .debit(Account.OPERATING_EXPENSES, amount)
                                .credit(Account.BANK, amount)
                                .bookedOn(firmClock.today().minusDays(1))
                                .build("Repair", UUID.randomUUID(), null, null),
                        CAUSE));
    }

    private static Response approvedByUma(String period) {
        return Impersonation.as("uma", Map.of(), Set.of("treasurer"), () -> approve(period));
    }

    private static String open(String lastDay) {
        return Desk.post("/periods", "{\"lastDay\": \"" + lastDay + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("periodId");
    }

    private static Response propose(String id) {
        return Desk.post("/periods/" + id + "/closing", "{}");
    }

    private static Response approve(String id) {
        return Desk.post("/periods/" + id + "/closing/approval", "{}");
    }

    private static Response revolve(String id) {
        return Desk.post("/periods/" + id + "/revolving", "{}");
    }

    private static JsonPath shown(String id) {
        return given().get("/periods/" + id).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath equity(UUID member) {
        return given().get("/members/" + member + "/equity").jsonPath();
    }

    private static BigDecimal amount(JsonPath from, String field) {
        return new BigDecimal(from.getString(field));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
