package coop.parasol.membership.treasury.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

/** Whose account a statement is about, and how statements are listed. */
@QuarkusTest
@TestSecurity(user = "tara", roles = "treasurer")
class BankStatementTest {

    @Test
    void a_statement_of_another_account_is_refused_and_both_accounts_are_named() {
        BankFiles.upload(BankFiles.statement().replace("DE02120300000000202051", "DE02100500000054540402"))
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("The statement is about account DE02100500000054540402;"
                                + " the firm's account is DE02120300000000202051."));
        BankFiles.upload(BankFiles.statement().replaceFirst("<IBAN>.*</IBAN>", ""))
                .then()
                .statusCode(400)
                .body("detail", equalTo("It names no account."));
    }

    @Test
    void an_iban_that_the_bank_writes_among_other_numbers_of_accounts_is_read() {
        String file = BankFiles.statement().replaceFirst("<IBAN>(.*)</IBAN>", "<Othr><Id>$1</Id></Othr>");

        BankFiles.upload(file).then().statusCode(201);
        BankFiles.upload(file.replace("DE02120300000000202051", "40702810"))
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "The statement is about account 40702810; the firm's account is DE02120300000000202051."));
    }

    @Test
    void statements_are_listed_newest_first_and_by_pages() {
        String first = BankFiles.upload(BankFiles.statement()).path("statementId");
        String second = BankFiles.upload(BankFiles.statement()).path("statementId");
        String third = BankFiles.upload(BankFiles.statement()).path("statementId");

        var page = given().get("/bank-statements?limit=2").jsonPath();
        assertThat(page.getList("items.statementId")).containsExactly(third, second);
        assertThat(given().get("/bank-statements?limit=1&after=" + page.getString("next"))
                        .jsonPath()
                        .getList("items.statementId"))
                .containsExactly(first);
    }
}
