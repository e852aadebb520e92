package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Membership is killed at random moments of a period close and of the payment run for its bonuses. Callers without an
 * answer repeat their request with the same key: the period is closed once, and every member is paid its allotment
 * once.
 */
class PeriodCloseCrashTest {

    private static final Installation INSTALLATION =
            RunningSystem.afterASeason().installation();
    private final LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final ServiceLauncher services = new ServiceLauncher(INSTALLATION, RunningSystem.settings(INSTALLATION));
    private final ParasolApi api = new ParasolApi(INSTALLATION, notice -> {});
    private final ApiUser tara = api.demoUser("tara");
    private final ApiUser tomas = api.demoUser("tomas");

    @Test
    void a_period_is_closed_once_and_paid_once_although_the_process_is_killed() throws Exception {
        soldYesterday();
        InterestEarned.book(api, yesterday, "900.00");
        String period = proposed();
        String key = UUID.randomUUID().toString();
        String approval = "/periods/" + period + "/closing/approval";

        JsonNode closed = killed(400, () -> tomas.post(Component.MEMBERSHIP, approval, Map.of(), key));

        assertThat(closed.path("state").asText()).as("seed %d", seed).isEqualTo("CLOSED");
        assertThat(tomas.post(Component.MEMBERSHIP, approval, Map.of(), key))
                .as("the same answer")
                .isEqualTo(closed);
        isClosedOnce(period);

        List<String> files = killed(2_000, this::paidByTheBank);

        assertThat(files).as("seed %d: the same file again", seed).hasSize(2).allMatch(files.getFirst()::equals);
        everyBonusIsPaidOnce();
        JsonNode check = tara.post(Component.MEMBERSHIP, "/ledger/check", Map.of());
        assertThat(check.path("entriesSumToZero").asBoolean())
                .as("seed %d", seed)
                .isTrue();
        assertThat(check.path("netBookValueEquation").asBoolean())
                .as("seed %d", seed)
                .isTrue();
    }

    /** Drafts and approves a payment run, fetches its bank file and uploads the bank's statement, each step twice. */
    private List<String> paidByTheBank() {
        String drafting = UUID.randomUUID().toString();
        JsonNode run = tara.post(Component.MEMBERSHIP, "/payment-runs", Map.of(), drafting);
        String path = "/payment-runs/" + run.path("runId").asText();
        String approving = UUID.randomUUID().toString();
        tomas.post(Component.MEMBERSHIP, path + "/approval", Map.of(), approving);
        String statement = statement(run);
        List<String> files = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            assertThat(tara.post(Component.MEMBERSHIP, "/payment-runs", Map.of(), drafting)
                            .path("runId"))
                    .isEqualTo(run.path("runId"));
            tomas.post(Component.MEMBERSHIP, path + "/approval", Map.of(), approving);
            files.add(answered(() -> RunningSystem.afterASeason()
                            .as("treasurer")
                            .get(INSTALLATION.url(Component.MEMBERSHIP) + path + "/pain.001"))
                    .asString());
            List<String> outcomes = answered(() -> RunningSystem.afterASeason()
                            .as("treasurer")
                            .contentType("application/xml")
                            .body(statement)
                            .post(INSTALLATION.url(Component.MEMBERSHIP) + "/bank-statements"))
                    .jsonPath()
                    .getList("lines.outcome");
            assertThat(outcomes).hasSize(run.path("items").size()).containsOnly("paid");
        }
        return files;
    }

    private static Response answered(Supplier<Response> request) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(request::get, response -> response.statusCode() < 300);
    }

    /** Moves the season's sales to the day before, which a closed period may contain. */
    private static void soldYesterday() throws SQLException {
        change("update patronage_volume set sold_on = sold_on - 1");
    }

    private String proposed() {
        JsonNode period = tara.post(Component.MEMBERSHIP, "/periods", Map.of("lastDay", yesterday.toString()));
        String id = period.path("periodId").asText();
        tara.post(Component.MEMBERSHIP, "/periods/" + id + "/closing", Map.of());
        return id;
    }

    /** Does the work in a thread of its own; within that time the process is killed, and started again. */
    private <T> T killed(int within, Supplier<T> work) throws Exception {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(within)).toNanos());
        INSTALLATION.processes().kill(Component.MEMBERSHIP);
        services.launch(Component.MEMBERSHIP);
        services.await(Component.MEMBERSHIP);
        return done.get(3, TimeUnit.MINUTES);
    }

    private void isClosedOnce(String period) throws SQLException {
        assertThat(number("select count(*) from journal_entry where event = 'PeriodClosed' and source_document = '"
                        + period + "'"))
                .as("seed %d", seed)
                .isOne();
        assertThat(number("select count(*) from allotment where period = '" + period + "' and bonus > 0"))
                .as("seed %d", seed)
                .isPositive();
        assertThat(number("select surplus - (select sum(limited_return + bonus) from allotment where period = p.id)"
                        + " - reserve_share * surplus / 10000 from financial_period p where id = '" + period + "'"))
                .as("seed %d: what the floors leave", seed)
                .isBetween(0L, number("select count(*) from member"));
        assertThat(number(
                        "select count(*) from allotment a where period = '" + period + "' and limited_return + cash > 0"
                                + " and not exists (select from payable where kind = 'PATRONAGE_BONUS' and source_id = a.id"
                                + " and member_id = a.member_id and amount = a.limited_return + a.cash)"))
                .as("seed %d: allotted and not owed", seed)
                .isZero();
    }

    private void everyBonusIsPaidOnce() throws SQLException {
        assertThat(number("select count(*) from payable where kind = 'PATRONAGE_BONUS' and state = 'PAID'"))
                .as("seed %d", seed)
                .isEqualTo(number("select count(*) from allotment where limited_return + cash > 0"));
        assertThat(number(
                        "select count(*) from payable p where kind = 'PATRONAGE_BONUS' and amount is distinct from (select -sum(l.amount)"
                                + " from journal_entry e join journal_line l on l.entry = e.id and l.account = 1000"
                                + " where e.event = 'PatronagePaid' and e.source_document = p.source_id::text)"))
                .as("seed %d: paid short or twice", seed)
                .isZero();
        assertThat(number("select coalesce(sum(balance), 0) from member_account where account = 2310"))
                .as("seed %d: still owed", seed)
                .isZero();
    }

    private String statement(JsonNode run) {
        StringBuilder entries = new StringBuilder();
        for (JsonNode payable : run.path("items")) {
            entries.append("""
                    <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls><Refs>
                    <AcctSvcrRef>B-%s</AcctSvcrRef><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                    """.formatted(
                            api.money().currency(),
                            Json.number(payable.path("amount")),
                            payable.path("payableId").asText().substring(0, 18),
                            payable.path("payableId").asText().replace("-", "")));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>%d</MsgId><CreDtTm>2026-11-24T18:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>1</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>%s</Stmt></BkToCstmrStmt></Document>
                """.formatted(
                        seed, INSTALLATION.environment(Component.MEMBERSHIP).get("PARASOL_FIRM_IBAN"), entries);
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet endpoint = statement.executeQuery(query)) {
            endpoint.next();
            return endpoint.getLong(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                INSTALLATION.jdbcUrl("membership"),
                "membership",
                INSTALLATION.secrets().get("database.membership"));
    }
}
