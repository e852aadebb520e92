package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.Money;
import coop.parasol.firm.rules.AmountFormat;
import coop.parasol.membership.books.ledger.rules.Account;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** An exit's settlement on paper has the figures of the exit and of the books. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class ExitStatementTest {

    @Inject
    ExitScenario exits;

    @Test
    void the_exit_statement_has_the_figures_of_the_settlement() throws IOException {
        exits.bylaws(3, 1_000, 12, 10_000);
        exits.join();
        UUID member = exits.join();
        exits.patronage(member, 23_040);
        exits.book(member, Account.MEMBER_DEBTS, 3_041);
        UUID exit = exits.request(member);
        given().get("/exits/" + exit + "/statement.pdf").then().statusCode(409).body("code", equalTo("not-valued"));
        exits.clear(exit);
        exits.advanceDays(90);
        exits.payAllDue();
        JsonPath json = given().get("/exits/" + exit).jsonPath();

        String paper = paper("/exits/" + exit + "/statement.pdf");

        for (String field : List.of("equalShare", "patronageCapital", "payable", "paid")) {
            assertThat(paper).contains(printed(json.getString(field + ".amount")));
        }
        assertThat(json.getString("payable.amount")).isEqualTo("1080.00");
        assertThat(paper).contains("−₹30.41").contains("−₹119.99");
        assertThat(json.<String>getList("payments.amount.amount"))
                .containsExactly("360.00", "360.00", "360.00")
                .allSatisfy(amount -> assertThat(paper).contains(printed(amount)));
        assertThat(exits.balance(Account.EXIT_PAYABLE, member)).isEqualTo(-72_000);
    }

    private static String printed(String amount) {
        return new AmountFormat(Locale.UK).text(Money.of(amount, "INR"));
    }

    private static String paper(String path) throws IOException {
        byte[] pdf = given().get(path)
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
