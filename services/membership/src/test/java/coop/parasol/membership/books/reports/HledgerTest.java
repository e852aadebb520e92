package coop.parasol.membership.books.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program reads the exported books and comes to the same; skipped without it, except in continuous integration. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class HledgerTest {

    @Inject
    Session database;

    @Inject
    Journal journal;

    @Test
    void hledger_checks_the_journal_strictly_and_comes_to_the_same_balances(@TempDir Path folder) throws Exception {
        UUID debtor = UUID.fromString(Desk.join());
        QuarkusTransaction.requiringNew()
                .run(() -> journal.post(
                        new Entry.Builder()
                                .debit(Account.MEMBER_DEBTS, debtor, 700)
                                .credit(Account.BANK, 700)
                                .build("Test", UUID.randomUUID(), debtor, null),
                        Cause.of("test")));
        Path exported = folder.resolve("parasol.journal");
        Files.writeString(
                exported,
                given().accept("text/plain")
                        .get("/ledger/journal")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        if (!isThere("hledger")) {
            Assumptions.abort("hledger is not installed");
        }

        assertThat(run("hledger", "-f", exported.toString(), "check", "--strict"))
                .isEmpty();
        assertThat(theirs(exported, 2)).isEqualTo(ours());
        Map<String, BigDecimal> members = theirs(exported, 3);
        members.keySet().removeIf(account -> !account.contains(":"));
        assertThat(members).containsKey("member debts:" + debtor).isEqualTo(oursOfMembers());
    }

    private static Map<String, BigDecimal> theirs(Path exported, int depth) throws Exception {
        Map<String, BigDecimal> theirs = new TreeMap<>();
        run("hledger", "-f", exported.toString(), "balance", "--flat", "--depth=" + depth, "--no-total", "-O", "csv")
                .lines()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .forEach(cells ->
                        theirs.put(cells[0].replaceAll("^\\w+:", ""), new BigDecimal(cells[1].replace(" INR", ""))));
        return theirs;
    }

    private static Map<String, BigDecimal> ours() {
        Map<String, BigDecimal> ours = new TreeMap<>();
        given().get("/ledger/accounts")
                .jsonPath()
                .<Map<String, Object>>getList("")
                .forEach(account -> {
                    BigDecimal balance = account.get("balance") instanceof Map<?, ?> money
                            ? new BigDecimal(String.valueOf(money.get("amount")))
                            : BigDecimal.ZERO;
                    if (balance.signum() != 0) {
                        ours.put(words(String.valueOf(account.get("account"))), balance);
                    }
                });
        return ours;
    }

    private Map<String, BigDecimal> oursOfMembers() {
        Map<String, BigDecimal> ours = new TreeMap<>();
        QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select a.name, m.member_id, m.balance from member_account m"
                                        + " join ledger_account a on a.code = m.account where m.balance <> 0",
                                Object[].class)
                        .getResultList())
                .forEach(row -> ours.put(words(row[0]) + ":" + row[1], new BigDecimal((Long) row[2]).movePointLeft(2)));
        return ours;
    }

    private static String words(Object account) {
        return String.valueOf(account).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
