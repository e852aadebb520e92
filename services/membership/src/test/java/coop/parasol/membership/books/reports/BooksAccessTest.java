package coop.parasol.membership.books.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The books are open to owners, and the same however they are read. Tara proposes, uma approves, Nila owns a share. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class BooksAccessTest {

    static final String NILA = "0198c000-0000-7000-8000-0000000000e7";
    private static String draft = "";
    private static int entry;

    @Inject
    Session database;

    @Test
    @Order(1)
    void a_manual_entry_is_proposed_by_one_person() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(
                                "insert into member (id, name, registration_number, kind, email, state, applied_at, version)"
                                        + " values ('" + NILA
                                        + "', 'Nila', 'REG-N', 'BOTH', 'n@example.org', 'APPLIED', now(), 0)")
                        .executeUpdate());
        Desk.post("/members/" + NILA + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(NILA, Desk.due(NILA)).then().statusCode(200);
        Desk.join();

        draft = propose("OPERATING_EXPENSES", "12.50")
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("manualEntryId");
        propose("PATRONAGE_CAPITAL", "12.50").then().statusCode(422).body("field", equalTo("lines[0].account"));
        propose("NO_SUCH_ACCOUNT", "12.50").then().statusCode(400);
        approve(draft).then().statusCode(403).body("code", equalTo("same-person"));
    }

    @Test
    @Order(2)
    @TestSecurity(user = "uma", roles = "treasurer")
    void a_second_person_approves_a_manual_entry_and_proposes_its_reversal() {
        entry = approve(draft)
                .then()
                .statusCode(200)
                .body("state", equalTo("POSTED"))
                .extract()
                .path("entry");
        approve(draft).then().statusCode(409).body("code", equalTo("not-proposed"));
        given().get("/ledger/accounts/OPERATING_EXPENSES/lines")
                .then()
                .statusCode(200)
                .body("items[0].entry", equalTo(entry))
                .body("items[0].narrative", equalTo("Repair of the press; \"urgent\", paid (at once)"))
                .body("items[0].actor", equalTo("uma"))
                .body("items[0].amount.amount", equalTo("12.50"));

        draft = reverse(entry)
                .then()
                .statusCode(201)
                .body("reverses", equalTo(entry))
                .extract()
                .path("manualEntryId");
        reverse(entry).then().statusCode(409).body("code", equalTo("already-proposed"));
        reverse(1).then().statusCode(409).body("code", equalTo("entry-not-manual"));
        reverse(999_999_999).then().statusCode(404);
    }

    @Test
    @Order(3)
    void a_correction_is_a_new_entry_that_names_the_one_it_reverses() {
        approve(draft).then().statusCode(200);
        reverse(entry).then().statusCode(409).body("code", equalTo("already-reversed"));

        JsonPath journal = given().get("/ledger/entries?limit=1").jsonPath();
        assertThat(journal.getInt("items[0].reverses")).isEqualTo(entry);
        assertThat(journal.getString("items[0].event")).isEqualTo("EntryReversed");
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
        assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
    }

    @Test
    @Order(4)
    void a_statement_reads_the_same_in_one_page_and_in_many_and_every_balance_follows_from_the_one_before() {
        List<Map<String, Object>> all =
                given().get("/ledger/accounts/BANK/lines?limit=200").jsonPath().getList("items");
        Response first = given().get("/ledger/accounts/BANK/lines?limit=1");
        String next = first.jsonPath().getString("next");
        assertThat(given().get("/ledger/accounts/BANK/lines?limit=1&after=" + next)
                        .jsonPath()
                        .getMap("items[0]"))
                .isEqualTo(all.get(1));
        for (int i = 0; i + 1 < all.size(); i++) {
            assertThat(amount(all.get(i), "balance").subtract(amount(all.get(i), "amount")))
                    .isEqualByComparingTo(amount(all.get(i + 1), "balance"));
        }
        given().get("/ledger/accounts/BANK/lines?after=nonsense").then().statusCode(422);
    }

    @Test
    @Order(5)
    void a_balance_sheet_balances_and_is_the_same_as_json_and_csv() {
        JsonPath sheet = given().get("/ledger/balance-sheet")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(sheet.getString("equity.total.amount")).isEqualTo(sheet.getString("netBookValue.amount"));
        JsonPath dated = given().get("/ledger/balance-sheet?on=2999-12-31").jsonPath();
        assertThat(dated.getString("netBookValue.amount")).isEqualTo(sheet.getString("netBookValue.amount"));

        String csv = given().accept("text/csv")
                .get("/ledger/balance-sheet")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv).contains("net book value,," + sheet.getString("netBookValue.amount"));
        given().get("/ledger/accounts?on=yesterday").then().statusCode(422).body("field", equalTo("on"));
        given().get("/ledger/income-statement").then().statusCode(200);
    }

    @Test
    @Order(6)
    @TestSecurity(user = "nila", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = NILA))
    void an_owner_reads_sums_and_its_own_lines_and_nothing_of_other_members() {
        for (String report : List.of("accounts", "balance-sheet", "income-statement", "check")) {
            given().get("/ledger/" + report).then().statusCode(200);
        }
        given().get("/ledger/accounts/BANK/lines").then().statusCode(403);
        given().get("/ledger/journal").then().statusCode(403);
        List<String> concerned =
                given().get("/ledger/entries?limit=200").jsonPath().getList("items.memberId");
        assertThat(concerned).isNotEmpty().allMatch(member -> member == null || member.equals(NILA));

        String proof =
                given().get("/ledger/proof").then().statusCode(200).extract().asString();
        assertThat(proof).contains(NILA).contains("parasol-ledger-proof-2");
        JsonPath links = JsonPath.from(proof);
        assertThat(links.<String>getList("links.findAll { it.header != null }.header.memberId"))
                .isNotEmpty()
                .allMatch(NILA::equals);
        assertThat(links.getLong("head.entry")).isEqualTo(links.getLong("links[-1].entry"));
    }

    @Test
    @Order(7)
    @TestSecurity(user = "stranger", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = "0198c000-0000-7000-8000-0000000000ff"))
    void whoever_owns_no_share_reads_nothing() {
        for (String report : List.of("accounts", "balance-sheet", "income-statement", "check", "entries", "proof")) {
            given().get("/ledger/" + report).then().statusCode(403).body("code", equalTo("not-an-owner"));
        }
    }

    private static Response propose(String account, String amount) {
        return Desk.post("/ledger/manual-entries", """
                {"narrative": "Repair of the press; \\"urgent\\", paid (at once)", "reference": "UTR-77", "lines": [
                  {"account": "%s", "amount": {"amount": "%s", "currency": "INR"}},
                  {"account": "BANK", "amount": {"amount": "-%s", "currency": "INR"}}]}
                """.formatted(account, amount, amount));
    }

    private static Response approve(String id) {
        return Desk.post("/ledger/manual-entries/" + id + "/approval", "{}");
    }

    private static Response reverse(int number) {
        return Desk.post("/ledger/entries/" + number + "/reversal", "{\"reason\": \"wrong account\"}");
    }

    private static BigDecimal amount(Map<String, Object> item, String field) {
        return item.get(field) instanceof Map<?, ?> money
                ? new BigDecimal(String.valueOf(money.get("amount")))
                : BigDecimal.ZERO;
    }
}
