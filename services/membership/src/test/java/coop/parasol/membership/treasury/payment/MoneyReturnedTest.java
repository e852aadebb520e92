package coop.parasol.membership.treasury.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.EquityEvent.PaymentReturned;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that the bank sends back is booked back once, and owed again by a payable of its own. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class MoneyReturnedTest {

    @Inject
    Payables payables;

    @Inject
    Treasury treasury;

    @Inject
    CountingPayableListener listener;

    @Inject
    Journal journal;

    @Inject
    Events events;

    @Inject
    FirmCurrency firmCurrency;

    @Inject
    FirmClock firmClock;

    @Inject
    Session database;

    private UUID member;
    private UUID source;
    private UUID payable;

    @BeforeEach
    void a_payable_that_is_sent() {
        member = UUID.fromString(Desk.apply());
        source = UUID.randomUUID();
        payable = QuarkusTransaction.requiringNew()
                .call(() -> payables.create(
                        new Payables.Due(source, member, Money.of("12.50", firmCurrency.code())),
                        new Payables.PayableDetails(
                                CountingPayableListener.KIND, firmClock.today(), "Pool", 1, "priya")));
        treasury.send();
    }

    @Test
    void a_return_is_posted_by_an_entry_that_names_the_one_it_reverses() {
        long before = bank();
        pay("B-1");

        BankFiles.upload(BankFiles.statement(BankFiles.returned(payable, "12.50", "R-1")))
                .then()
                .statusCode(201)
                .body("lines.outcome", equalTo(List.of("returned")))
                .body("lines.detail", equalTo(List.of("AC04, Account closed")));

        assertThat(bank()).isEqualTo(before);
        assertThat(pool()).isZero();
        assertThat(listener.returned(source)).isOne();
        Object[] entry = entry();
        assertThat(entry[0]).isEqualTo("tara");
        assertThat(entry[1]).isEqualTo("R-1");
        assertThat((String) entry[2]).contains("AC04");
        assertThat(entry[3]).isEqualTo("PatronagePaid");
        PaymentReturned told =
                events.await(PaymentReturned.class, event -> event.payableId().equals(payable));
        assertThat(told.owedAs()).isEqualTo(again());
        assertThat(told.amount()).isEqualTo(Money.of("12.50", "INR"));
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
    }

    @Test
    void a_returned_amount_is_owed_again_and_paid_to_the_account_that_the_member_has_then() {
        pay("B-1");
        BankFiles.upload(BankFiles.statement(BankFiles.reversed(payable, "12.50", "R-1")))
                .then()
                .body("lines.outcome", equalTo(List.of("returned")));
        sql("update member set iban = 'DE02100500000054540402' where id = '" + member + "'");

        UUID run = treasury.send().orElseThrow();

        JsonPath items = given().get("/payment-runs/" + run).jsonPath();
        int at = items.<String>getList("items.payableId").indexOf(again().toString());
        assertThat(at).isNotNegative();
        assertThat(items.getString("items[" + at + "].iban")).isEqualTo("DE02100500000054540402");
        assertThat(items.getInt("items[" + at + "].transferNumber")).isEqualTo(2);
        BankFiles.upload(BankFiles.statement(BankFiles.paid(again(), "12.50", "B-2")))
                .then()
                .body("lines.outcome", equalTo(List.of("paid")));
        assertThat(listener.paid(source)).isEqualTo(2);
        assertThat(pool()).isEqualTo(1_250);
        assertThat(history(payable)).containsExactly("OPEN", "IN_RUN", "PAID", "RETURNED");
        assertThat(history(again())).containsExactly("OPEN", "IN_RUN", "PAID");
        assertThat(given().get("/payables/" + payable).jsonPath().<String>getList("history.actor"))
                .containsExactly("priya", "tomas", "tara", "tara");
    }

    @Test
    void the_same_return_in_several_bank_statements_is_one() {
        pay("B-1");
        String file = BankFiles.statement(BankFiles.returned(payable, "12.50", "R-1"));

        BankFiles.upload(file).then().statusCode(201);
        BankFiles.upload(file).then().statusCode(200).body("lines.outcome", equalTo(List.of("returned")));
        BankFiles.upload(BankFiles.statement(
                        BankFiles.returned(payable, "12.50", "R-1"), BankFiles.paid(payable, "12.50", "B-1")))
                .then()
                .statusCode(201)
                .body("lines.outcome", equalTo(List.of("returned", "paid")));
        BankFiles.upload(BankFiles.statement(BankFiles.returned(payable, "12.50", "R-2")))
                .then()
                .body("lines.outcome", equalTo(List.of("returned-by-another-reference")));

        assertThat(listener.paid(source)).isOne();
        assertThat(listener.returned(source)).isOne();
        assertThat(state(again())).isEqualTo("OPEN");
        assertThat(pool()).isZero();
    }

    @Test
    void what_was_never_paid_or_comes_back_in_part_is_reported_and_books_nothing() {
        BankFiles.upload(BankFiles.statement(BankFiles.returned(payable, "12.50", "R")))
                .then()
                .body("lines.outcome", equalTo(List.of("not-paid")));
        pay("B-1");
        String announced = BankFiles.returned(payable, "12.50", "R").replace("BOOK", "PDNG");
        String unmarked = BankFiles.paid(payable, "12.50", "R").replace("DBIT", "CRDT");
        String undone = BankFiles.reversed(payable, "12.50", "R").replace("CRDT", "DBIT");

        BankFiles.upload(BankFiles.statement(
                        BankFiles.returned(payable, "12.00", "R"),
                        BankFiles.returned(UUID.randomUUID(), "12.50", "R"),
                        announced,
                        unmarked,
                        undone))
                .then()
                .body(
                        "lines.outcome",
                        equalTo(List.of("another-amount", "unknown", "not-booked", "not-outgoing", "not-outgoing")));

        assertThat(state(payable)).isEqualTo("PAID");
        assertThat(listener.returned(source)).isZero();
    }

    @Test
    void a_statement_that_lists_the_return_before_the_payment_is_understood() {
        BankFiles.upload(BankFiles.statement(
                        BankFiles.returned(payable, "12.50", "R-1"), BankFiles.paid(payable, "12.50", "B-1")))
                .then()
                .body("lines.outcome", equalTo(List.of("returned", "paid")));

        assertThat(state(payable)).isEqualTo("RETURNED");
        assertThat(pool()).isZero();
    }

    @Test
    void a_return_entered_twice_at_once_is_posted_once() throws Exception {
        back().then().statusCode(409).body("code", equalTo("not-paid"));
        pay("B-1");
        Callable<Response> call = MoneyReturnedTest.this::back;
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Response> answer : two.invokeAll(List.of(call, call))) {
                answers.add(answer.get().statusCode());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        back().then().statusCode(409).body("code", equalTo("already-returned"));
        Desk.post("/payables/" + payable + "/payment", "{\"bankReference\": \"B-3\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-paid"));
        assertThat(listener.returned(source)).isOne();
        assertThat(pool()).isZero();
    }

    @Test
    void the_database_refuses_a_return_that_the_books_have_not_reversed() {
        pay("B-1");

        assertThatThrownBy(() -> sql(
                        "update payable set state = 'RETURNED', returned_at = now(), returned_by = 'x', return_reference = 'x',"
                                + " return_reason = 'x', replaced_by = id where id = '" + payable + "'"))
                .hasStackTraceContaining("final");
    }

    private void pay(String reference) {
        BankFiles.upload(BankFiles.statement(BankFiles.paid(payable, "12.50", reference)))
                .then()
                .body("lines.outcome", equalTo(List.of("paid")));
    }

    private Response back() {
        return Desk.post("/payables/" + payable + "/return", "{\"bankReference\": \"R-9\", \"reason\": \"closed\"}");
    }

    private UUID again() {
        return UUID.fromString(given().get("/payables/" + payable).jsonPath().getString("payable.replacedBy"));
    }

    private static String state(UUID of) {
        return given().get("/payables/" + of).jsonPath().getString("payable.state");
    }

    private static List<String> history(UUID of) {
        return given().get("/payables/" + of).jsonPath().getList("history.change");
    }

    private long bank() {
        return QuarkusTransaction.requiringNew().call(() -> journal.balance(Account.BANK));
    }

    private long pool() {
        return QuarkusTransaction.requiringNew().call(() -> journal.balance(Account.PATRONAGE_PAYABLE, member));
    }

    private Object[] entry() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select e.actor, e.reference, e.narrative, o.event from journal_entry e join journal_entry o"
                                        + " on o.id = e.reverses where e.event = 'PaymentReturned' and e.source_document = ?1",
                                Object[].class)
                        .setParameter(1, payable.toString())
                        .getSingleResult());
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
