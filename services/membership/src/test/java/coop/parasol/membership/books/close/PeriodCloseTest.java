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
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A period is closed once, by two persons, as rules.md divides it; tara proposes and uma approves. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PeriodCloseTest {

    private static final Cause CAUSE = Cause.of("history");
    private static final List<UUID> MEMBERS = new ArrayList<>();
    private static String before = "";
    private static String period = "";
    private static String last = "";
    private static BigDecimal netBookValue = BigDecimal.ZERO;

    @Inject
    Trade trade;

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

    @Test
    @Order(1)
    void what_was_before_is_closed_first_by_the_members_vote() {
        Desk.join();
        before = open(firmClock.today().toString());
        propose(before).then().statusCode(409).body("code", equalTo("not-over"));
        clock.forward(Duration.ofDays(1));
        propose(before).then().statusCode(200).body("state", equalTo("PROPOSED"));

        QuarkusTransaction.requiringNew().run(() -> closePeriod.close(UUID.fromString(before), "the members", CAUSE));

        assertThat(shown(before).getString("state")).isEqualTo("CLOSED");
        conserved();
    }

    @Test
    @Order(2)
    void a_surplus_of_900_is_shown_before_it_is_decided() {
        for (int volume : new int[] {400, 300, 200, 100, 0}) {
            UUID member = UUID.fromString(Desk.join());
            MEMBERS.add(member);
            if (volume > 0) {
                trade.sold(member, volume);
            }
        }
        trade.earn("900.00");
        period = open(firmClock.today().plusDays(30).toString());
        JsonPath early = given().get("/periods/" + period + "/close-preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(early.getString("surplus.amount")).isEqualTo("900.00");
        assertThat(early.getString("toReserve.amount")).isEqualTo("180.00");
        assertThat(early.getList("allotments.bonus.amount")).containsExactly("288.00", "216.00", "144.00", "72.00");
        assertThat(early.getString("cash.amount")).isEqualTo("144.00");

        clock.forward(Duration.ofDays(31));
        netBookValue = amount(Desk.shareValue(), "netBookValue.amount");
        propose(period).then().statusCode(200);
        approve(period).then().statusCode(403).body("code", equalTo("same-person"));
    }

    @Test
    @Order(3)
    @TestSecurity(user = "uma", roles = "treasurer")
    void a_second_person_closes_and_the_vector_of_the_rules_comes_out() {
        approve(period).then().statusCode(200).body("state", equalTo("CLOSED")).body("closedBy", equalTo("uma"));
        approve(period).then().statusCode(409).body("code", equalTo("closed"));

        assertThat(amount(Desk.shareValue(), "netBookValue.amount").subtract(netBookValue))
                .isEqualTo(new BigDecimal("756.00"));
        JsonPath first = equity(MEMBERS.getFirst());
        assertThat(first.getString("patronageCapital.amount")).isEqualTo("230.40");
        assertThat(first.getString("patronagePayable.amount")).isEqualTo("57.60");
        assertThat(first.getString("patronageByYear[0].amount.amount")).isEqualTo("230.40");
        assertThat(first.getString("patronageByYear[0].state")).isEqualTo("HELD");
        assertThat(equity(MEMBERS.getLast()).getString("patronageCapital.amount"))
                .isEqualTo("0.00");
        PeriodClosed closed = events.await(
                PeriodClosed.class, event -> event.periodId().toString().equals(period));
        assertThat(closed.patronageCapital().amount()).isEqualTo("576.00");
        assertThat(events.all(
                        PatronageAllotted.class,
                        event -> event.periodId().toString().equals(period)))
                .hasSize(4);
        conserved();
    }

    @Test
    @Order(4)
    void a_closed_period_is_not_reopened_and_nothing_is_booked_into_it() {
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
    @Order(5)
    void the_database_refuses_patronage_lots_that_differ_from_the_books() {
        UUID member = MEMBERS.get(1);
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
        conserved();
    }

    @Test
    @Order(6)
    void a_close_that_was_proposed_on_other_figures_is_refused() {
        String next = open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        propose(next).then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> journal.post(
                        new Entry.Builder()
                                .debit(Account.OPERATING_EXPENSES, 10_000)
                                .credit(Account.BANK, 10_000)
                                .bookedOn(firmClock.today().minusDays(1))
                                .build("Repair", UUID.randomUUID(), null, null),
                        CAUSE));

        assertThat(QuarkusTransaction.requiringNew().call(() -> closePeriod.close(UUID.fromString(next), "uma", CAUSE)))
                .isInstanceOf(ClosePeriod.FiguresChanged.class);
        assertThat(shown(next).getString("state")).isEqualTo("PROPOSED");

        propose(next).then().statusCode(200).body("surplus.amount", equalTo("-100.00"));
        QuarkusTransaction.requiringNew().run(() -> closePeriod.close(UUID.fromString(next), "uma", CAUSE));
        conserved();
    }

    @Test
    @Order(7)
    void after_a_loss_that_has_left_no_capital_there_is_a_surplus_again() {
        trade.sold(MEMBERS.getLast(), 100);
        trade.earn("100.00");
        last = open(firmClock.today().toString());
        clock.forward(Duration.ofDays(1));
        propose(last).then().statusCode(200);

        QuarkusTransaction.requiringNew().run(() -> closePeriod.close(UUID.fromString(last), "uma", CAUSE));

        assertThat(shown(last).getString("state")).isEqualTo("CLOSED");
        conserved();
    }

    @Test
    @Order(8)
    void capital_revolves_when_the_bylaws_years_have_passed_oldest_first_where_any_is_held_and_is_payable() {
        revolve(period).then().statusCode(409).body("code", equalTo("not-due"));
        clock.forward(Duration.ofDays(5 * 366));
        revolve(last).then().statusCode(409).body("code", equalTo("oldest-first"));
        revolve(before).then().statusCode(200);
        revolve(period).then().statusCode(200).body("members", equalTo(3));
        revolve(period).then().statusCode(409).body("code", equalTo("already-revolved"));
        revolve(last).then().statusCode(200).body("members", equalTo(1));

        JsonPath first = equity(MEMBERS.getFirst());
        assertThat(first.getString("patronageCapital.amount")).isEqualTo("0.00");
        assertThat(first.getString("patronagePayable.amount")).isEqualTo("288.00");
        assertThat(events.await(CapitalRevolved.class, event -> event.memberId().equals(MEMBERS.getFirst()))
                        .amount()
                        .amount())
                .isEqualTo("230.40");
        conserved();
    }

    private void conserved() {
        JsonPath check = Desk.check();
        assertThat(check.getBoolean("entriesSumToZero")).isTrue();
        assertThat(check.getBoolean("netBookValueEquation")).isTrue();
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
