package coop.parasol.membership.books.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.rules.AmountFormat;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Statements for people have the figures of the books. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class AnnualStatementTest {

    @Inject
    Journal journal;

    @Inject
    Session database;

    @Inject
    FirmClock firmClock;

    @Inject
    MovableClock clock;

    @Test
    void the_annual_statement_has_the_figures_of_the_ledger() throws IOException {
        String member = Desk.join();
        UUID id = UUID.fromString(member);
        book(id, Account.EXIT_PAYABLE, -12_345);
        book(id, Account.MEMBER_DEBTS, 678);
        String path = "/members/" + member + "/statements/" + firmClock.today().getYear();
        JsonPath json = given().get(path).then().statusCode(200).extract().jsonPath();

        String paper = paper(path + ".pdf");

        assertThat(json.<String>getList("accounts.closing.amount")).containsExactlyInAnyOrder("123.45", "-6.78");
        assertThat(json.<String>getList("accounts.opening.amount")).containsOnly("0.00");
        assertThat(paper)
                .contains("Valued equity payable")
                .contains("₹123.45")
                .contains("−₹6.78")
                .contains(member.substring(0, 8));
        assertThat(json.<String>getList("entries.amount.amount"))
                .allSatisfy(amount -> assertThat(paper).contains(printed(amount)));
        assertThat(paper).contains(printed(json.getString("shareValue.amount")));
        assertThat(-QuarkusTransaction.requiringNew().call(() -> journal.balance(Account.EXIT_PAYABLE, id)))
                .isEqualTo(12_345);
    }

    @Test
    void a_year_that_is_over_shows_the_share_as_it_was_on_its_last_day() {
        String member = Desk.join();
        int year = firmClock.today().getYear();
        JsonPath then = given().get("/share-value").jsonPath();
        clock.forward(Duration.between(
                firmClock.now(), LocalDate.of(year + 1, 1, 5).atStartOfDay().toInstant(ZoneOffset.UTC)));
        Desk.join();

        given().get("/members/" + member + "/statements/" + year)
                .then()
                .body("valuedOn", equalTo(year + "-12-31"))
                .body("shareValue.amount", equalTo(then.getString("shareValue.amount")))
                .body("members", equalTo(then.getInt("members")));
        given().get("/members/" + member + "/statements/" + (year + 1))
                .then()
                .body("valuedOn", equalTo(firmClock.today().toString()))
                .body("members", equalTo(then.getInt("members") + 1));
    }

    @Test
    void a_name_is_escaped_in_the_pdf() throws IOException {
        String member = Desk.join();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("update member set name = ?1 where id = ?2")
                        .setParameter(1, "<b>Łódź & Söhne</b> <img src=\"file:///etc/passwd\"/>")
                        .setParameter(2, UUID.fromString(member))
                        .executeUpdate());

        assertThat(paper("/members/" + member + "/statements/"
                        + firmClock.today().getYear() + ".pdf"))
                .contains("<b>Łódź & Söhne</b>")
                .contains("file:///etc/passwd");
    }

    @Test
    void a_malformed_year_is_refused_with_its_field() {
        String member = Desk.join();
        for (String year : List.of("1", "0000", "20266", "9999", "abc", "-2026")) {
            given().get("/members/" + member + "/statements/" + year + ".pdf")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("not-a-year"))
                    .body("field", equalTo("year"));
        }
        given().get("/members/" + UUID.randomUUID() + "/statements/2026.pdf")
                .then()
                .statusCode(404);
        given().get("/exits/" + UUID.randomUUID() + "/statement.pdf").then().statusCode(404);
    }

    @Test
    void the_statement_is_in_the_language_that_is_accepted_and_in_english_where_it_is_none() throws IOException {
        String member = Desk.join();
        book(UUID.fromString(member), Account.MEMBER_DEBTS, 12_345_678);
        String path = "/members/" + member + "/statements/" + firmClock.today().getYear() + ".pdf";

        assertThat(paper(path, "ja, en;q=0.5")).contains("組合員計算書").contains("−₹1,23,456.78");
        assertThat(paper(path, "zh-CN")).contains("社员对账单");
        for (String unknown : List.of("fr", "*", ";;")) {
            assertThat(paper(path, unknown)).contains("Member statement");
        }
    }

    private static String printed(String amount) {
        return new AmountFormat(Locale.UK).text(Money.of(amount, "INR"));
    }

    private void book(UUID member, Account account, long debit) {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.post(
                        new Entry.Builder()
                                .debit(account, member, debit)
                                .credit(Account.BANK, debit)
                                .build("Test", UUID.randomUUID(), member, null),
                        Cause.of("tara")));
    }

    private static String paper(String path) throws IOException {
        return paper(path, "en");
    }

    private static String paper(String path, String language) throws IOException {
        byte[] pdf = given().header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
