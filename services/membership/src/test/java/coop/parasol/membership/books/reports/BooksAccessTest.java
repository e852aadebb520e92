package coop.parasol.membership.books.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.testing.Impersonation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books are open to owners, and the same however they are read. Tara proposes, uma approves, Nila owns a share. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class BooksAccessTest {

    private String nila = "";

    /** Two shares were paid, so that the bank's account has lines, and the books were checked. */
    @BeforeEach
    void nila_owns_a_share() {
        nila = Desk.join();
        Desk.join();
        Desk.check();
    }

    @Test
    void a_manual_entry_is_proposed_by_one_person_and_approved_by_another() {
        String draft = propose("OPERATING_EXPENSES", "12.50")
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("manualEntryId");
        propose("PATRONAGE_CAPITAL", "12.50").then().statusCode(422).body("field", equalTo("lines[0].account"));
        propose("NO_SUCH_ACCOUNT", "12.50").then().statusCode(400);
        approve(draft).then().statusCode(403).body("code", equalTo("same-person"));

        int entry = asUma(() -> approve(draft))
                .then()
                .statusCode(200)
                .body("state", equalTo("POSTED"))
                .extract()
                .path("entry");

        asUma(() -> approve(draft)).then().statusCode(409).body("code", equalTo("not-proposed"));
        given().get("/ledger/accounts/OPERATING_EXPENSES/lines")
                .then()
                .statusCode(200)
                .body("items[0].entry", equalTo(entry))
                .body("items[0].narrative", equalTo("Repair of the press; \"urgent\", paid (at once)"))
                .body("items[0].actor", equalTo("uma"))
                .body("items[0].amount.amount", equalTo("12.50"));
    }

    @Test
    void a_correction_is_a_new_entry_that_names_the_one_it_reverses() {
        String draft = propose("OPERATING_EXPENSES", "12.50").path("manualEntryId");
        int entry = asUma(() -> approve(draft)).path("entry");

        String reversal = asUma(() -> reverse(entry))
                .then()
                .statusCode(201)
                .body("reverses", equalTo(entry))
                .extract()
                .path("manualEntryId");
        reverse(entry).then().statusCode(409).body("code", equalTo("already-proposed"));
        reverse(1).then().statusCode(409).body("code", equalTo("entry-not-manual"));
        reverse(999_999_999).then().statusCode(404);
        approve(reversal).then().statusCode(200);
        reverse(entry).then().statusCode(409).body("code", equalTo("already-reversed"));

        JsonPath journal = given().get("/ledger/entries?limit=1").jsonPath();
        assertThat(journal.getInt("items[0].reverses")).isEqualTo(entry);
        assertThat(journal.getString("items[0].event")).isEqualTo("EntryReversed");
        Desk.booksHold();
    }

    @Test
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
    void the_journal_and_statements_are_read_of_some_days() {
        for (String list : List.of("/ledger/entries", "/ledger/accounts/BANK/lines")) {
            List<String> days = given().get(list + "?limit=200").jsonPath().getList("items.bookedOn");
            String last = days.getFirst();
            String dayBefore = LocalDate.parse(last).minusDays(1).toString();

            assertThat(given().get(list + "?limit=200&from=" + last).jsonPath().<String>getList("items.bookedOn"))
                    .isNotEmpty()
                    .containsOnly(last);
            assertThat(given().get(list + "?limit=200&to=" + dayBefore)
                            .jsonPath()
                            .<String>getList("items.bookedOn"))
                    .allMatch(day -> day.compareTo(dayBefore) <= 0)
                    .startsWith(days.stream()
                            .filter(day -> day.compareTo(dayBefore) <= 0)
                            .toArray(String[]::new));
            given().get(list + "?from=2199-01-01").then().body("items.size()", equalTo(0));
            given().get(list + "?from=yesterday").then().statusCode(422).body("field", equalTo("from"));
        }
        given().get("/members/" + nila + "/accounts/PATRONAGE_CAPITAL/lines?to=1999-12-31")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
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
    void an_owner_reads_sums_and_its_own_lines_and_nothing_of_other_members() {
        Impersonation.as("nila", Map.of("member_id", nila), Set.of("producer"), () -> {
            readsOwnLinesOnly();
            return null;
        });
    }

    private void readsOwnLinesOnly() {
        for (String report : List.of("accounts", "balance-sheet", "income-statement", "check")) {
            given().get("/ledger/" + report).then().statusCode(200);
        }
        given().get("/ledger/accounts/BANK/lines").then().statusCode(403);
        given().get("/ledger/journal").then().statusCode(403);
        List<String> concerned =
                given().get("/ledger/entries?limit=200").jsonPath().getList("items.memberId");
        assertThat(concerned).isNotEmpty().allMatch(member -> member == null || member.equals(nila));

        String proof =
                given().get("/ledger/proof").then().statusCode(200).extract().asString();
        assertThat(proof).contains(nila).contains("parasol-ledger-proof-2");
        JsonPath links = JsonPath.from(proof);
        assertThat(links.<String>getList("links.findAll { it.header != null }.header.memberId"))
                .isNotEmpty()
                .allMatch(nila::equals);
        assertThat(links.getLong("head.entry")).isEqualTo(links.getLong("links[-1].entry"));
    }

    @Test
    void whoever_owns_no_share_reads_nothing() {
        Map<String, String> claims = Map.of("member_id", UUID.randomUUID().toString());
        for (String report : List.of("accounts", "balance-sheet", "income-statement", "check", "entries", "proof")) {
            Impersonation.as("stranger", claims, Set.of("producer"), () -> given().get("/ledger/" + report))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("not-an-owner"));
        }
    }

    private static Response asUma(Supplier<Response> call) {
        return Impersonation.as("uma", Map.of(), Set.of("treasurer"), call);
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
