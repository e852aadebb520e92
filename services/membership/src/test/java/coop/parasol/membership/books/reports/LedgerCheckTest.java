package coop.parasol.membership.books.reports;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** The check of the books finds each kind of fault that it claims to find: it is seeded by SQL, past the triggers, and taken out again. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class LedgerCheckTest {

    private static final String LAST_LINE =
            " where (entry, line) = (select entry, line from journal_line order by 1 desc, 2 desc limit 1)";

    @Inject
    Session database;

    @Test
    void a_changed_amount_is_reported() {
        assertThat(seeded(
                                "journal_line",
                                "update journal_line set amount = amount + 7" + LAST_LINE,
                                "update journal_line set amount = amount - 7" + LAST_LINE)
                        .getBoolean("entriesSumToZero"))
                .isFalse();
    }

    @Test
    void a_changed_running_balance_is_reported() {
        assertThat(seeded(
                                "journal_line",
                                "update journal_line set balance = balance + 7" + LAST_LINE,
                                "update journal_line set balance = balance - 7" + LAST_LINE)
                        .getBoolean("entriesSumToZero"))
                .isFalse();
    }

    @Test
    void a_changed_balance_of_an_account_is_reported_and_breaks_the_net_book_value() {
        JsonPath check = seeded(
                "ledger_account",
                "update ledger_account set balance = balance + 7 where name = 'BANK'",
                "update ledger_account set balance = balance - 7 where name = 'BANK'");

        assertThat(check.getBoolean("entriesSumToZero")).isFalse();
        assertThat(check.getBoolean("netBookValueEquation")).isFalse();
    }

    @Test
    void a_changed_balance_of_a_member_is_reported() {
        String added = "(select max(member_id::text)::uuid from share_certificate)";

        assertThat(seeded(
                                "member_account",
                                "insert into member_account (member_id, account, balance) values (" + added
                                        + ", 2320, 7)",
                                "delete from member_account where account = 2320 and member_id = " + added)
                        .getBoolean("entriesSumToZero"))
                .isFalse();
    }

    @Test
    void a_share_that_nobody_holds_is_reported() {
        assertThat(seeded(
                                "share_count",
                                "update share_count set shares = shares + 1",
                                "update share_count set shares = shares - 1")
                        .getBoolean("onePerMember"))
                .isFalse();
    }

    /** What the check says of books with the fault; before it and after it they are right. */
    private JsonPath seeded(String table, String fault, String repair) {
        Desk.join();
        assertSound();
        pastTriggers(table, fault);
        JsonPath check = Desk.check();
        pastTriggers(table, repair);
        assertSound();
        return check;
    }

    private static void assertSound() {
        JsonPath check = Desk.check();
        assertThat(List.of("entriesSumToZero", "netBookValueEquation", "onePerMember"))
                .allMatch(check::getBoolean);
    }

    private void pastTriggers(String table, String change) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String statement : List.of(
                    "alter table " + table + " disable trigger user",
                    change,
                    "alter table " + table + " enable trigger user")) {
                int changed = database.createNativeMutationQuery(statement).executeUpdate();
                assertThat(statement.equals(change)).isEqualTo(changed == 1);
            }
        });
    }
}
