package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Pricing is killed at random moments while a settlement of hundreds of producers is approved: afterwards it is whole or not there, who
 * repeats the approval with the same key settles it once, and membership owes each producer its payout once.
 */
class SettlementKilledTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Installation INSTALLATION = SYSTEM.installation();
    private static final ServiceDatabases DATABASES = new ServiceDatabases(INSTALLATION);
    private static final int PRODUCERS = 800;
    private static final int KILLS = 6;
    private static final int WITHIN_MILLIS = 150;
    private static final String WEEK = "2024-W10";

    private final ServiceLauncher services = new ServiceLauncher(INSTALLATION, RunningSystem.settings(INSTALLATION));
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final String product = "K" + Long.toString(seed, 36).toUpperCase(Locale.ROOT);
    private final String key = UUID.randomUUID().toString();

    @Test
    void a_settlement_is_whole_or_not_there_after_kills_and_its_payouts_are_owed_once() throws Exception {
        producers();
        pool();
        String settlement = as("pricing-desk")
                .body("{\"product\":\"%s\",\"period\":\"%s\"}".formatted(product, WEEK))
                .post(SYSTEM.url("pricing") + "/settlements")
                .then()
                .statusCode(201)
                .extract()
                .path("settlementId");
        long numbersBefore = lastNumber();

        int cut = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            cut += killedWhileApproving(settlement) ? 1 : 0;
        }
        assertThat(cut).as("seed %d: approvals without an answer", seed).isPositive();

        Response approved = approve(settlement, key);
        assertThat(approved.statusCode())
                .as("seed %d: %s", seed, approved.asString())
                .isEqualTo(200);
        assertThat(approve(settlement, key).asString()).as("the same answer").isEqualTo(approved.asString());
        assertThat(approve(settlement, UUID.randomUUID().toString()).statusCode())
                .as("seed %d: it is settled once", seed)
                .isEqualTo(409);
        assertThat(wholeOrNotThere(settlement)).isTrue();
        assertThat(lastNumber() - numbersBefore)
                .as("seed %d: numbers of documents have no gap", seed)
                .isEqualTo(PRODUCERS);
        bookedOnce(settlement);
    }

    /** Approves it and kills pricing meanwhile; whether nobody got an answer. */
    private boolean killedWhileApproving(String settlement) throws Exception {
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return approve(settlement, key).statusCode() == 200;
                    } catch (Exception broken) {
                        return false;
                    }
                },
                Thread::startVirtualThread);
        while (!answered.isDone() && !approvalHasBegun()) {
            Thread.onSpinWait();
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(WITHIN_MILLIS)).toNanos());
        INSTALLATION.processes().kill(Component.PRICING);
        boolean isAnswered = answered.get(1, TimeUnit.MINUTES);
        boolean settled = wholeOrNotThere(settlement);
        System.out.printf("seed %d: killed, answered %b, settled %b%n", seed, isAnswered, settled);
        assertThat(settled || !isAnswered)
                .as("seed %d: what was answered is there", seed)
                .isTrue();
        services.launch(Component.PRICING);
        services.await(Component.PRICING);
        return !isAnswered;
    }

    /** Whether a transaction has locked the pools of a product. */
    private static boolean approvalHasBegun() throws SQLException {
        return DATABASES.number(
                        "pricing",
                        "select count(*) from pg_locks where relation = 'carried_remainder'::regclass and mode = 'RowShareLock'"
                                + " and pid <> pg_backend_pid()")
                > 0;
    }

    /** Of the settlement all is there, or nothing; @return whether it is settled */
    private boolean wholeOrNotThere(String settlement) throws SQLException {
        String of = " where settlement_id = '" + settlement + "'";
        boolean settled = DATABASES.number(
                        "pricing",
                        "select count(*) from settlement where state = 'SETTLED' and id = '" + settlement + "'")
                == 1;
        long all = settled ? PRODUCERS : 0;
        assertThat(DATABASES.number("pricing", "select count(*) from payout_statement" + of))
                .as("seed %d: statements", seed)
                .isEqualTo(all);
        assertThat(DATABASES.number("pricing", "select count(distinct member_id) from payout_document" + of))
                .as("seed %d: documents", seed)
                .isEqualTo(all);
        assertThat(DATABASES.number("pricing", "select count(*) from published_pool" + of))
                .as("seed %d: published figures", seed)
                .isEqualTo(settled ? 1 : 0);
        assertThat(DATABASES.number(
                        "pricing",
                        "select count(distinct aggregateid || type) from (select aggregateid, type, payload from outbox union all"
                                + " select aggregateid, type, payload from sent_event) e where payload like '%"
                                + settlement + "%'"))
                .as("seed %d: the settlement, statements and documents are told", seed)
                .isEqualTo(settled ? 2L * PRODUCERS + 1 : 0);
        return settled;
    }

    /** What was told before a kill may be told again: membership books it once. */
    private void bookedOnce(String settlement) throws SQLException {
        String payouts = "from payout where settlement_id = '" + settlement + "'";
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> DATABASES.number("membership", "select count(*) " + payouts) >= PRODUCERS);
        assertThat(DATABASES.number("membership", "select count(*) " + payouts))
                .as("seed %d", seed)
                .isEqualTo(PRODUCERS);
        assertThat(DATABASES.number("membership", "select count(distinct member_id) " + payouts))
                .as("seed %d", seed)
                .isEqualTo(PRODUCERS);
        assertThat(DATABASES.number("membership", "select sum(amount) " + payouts))
                .as("seed %d: owed as it is stated", seed)
                .isEqualTo(DATABASES.number(
                        "pricing",
                        "select sum((content -> 'payable' ->> 'amount')::numeric) * 100 from payout_statement"
                                + " where settlement_id = '" + settlement + "'"));
        assertThat(DATABASES.number(
                        "membership",
                        "select count(*) from journal_entry where event = 'PayoutStated' and source_document like '"
                                + settlement + ":%'"))
                .as("seed %d: entries of statements", seed)
                .isEqualTo(PRODUCERS);
        assertThat(DATABASES.number(
                        "membership",
                        "select count(*) from journal_entry where event = 'PoolSettled' and source_document = '"
                                + settlement + "'"))
                .as("seed %d: entries of the pool", seed)
                .isOne();
        assertThat(DATABASES.number(
                        "membership",
                        "select count(*) from payable p join payout o on o.id = p.source_id and p.kind = 'POOL_PAYOUT'"
                                + " where o.settlement_id = '" + settlement + "'"))
                .as("seed %d: payables", seed)
                .isEqualTo(PRODUCERS);
    }

    /** Firms that membership and pricing know; they are refused there, so that they own nothing and vote on nothing. */
    private void producers() throws SQLException {
        DATABASES.execute("membership", """
                insert into member (id, name, registration_number, kind, email, state, refusal_reason, applied_at, version)
                select md5('%1$s ' || n)::uuid, 'Works %1$s ' || n, '%1$s-' || n, 'PRODUCT', lower('%1$s-' || n) || '@killed.example',
                       'REFUSED', 'of a test', now(), 0
                  from generate_series(1, %2$d) n
                """.formatted(product, PRODUCERS));
        DATABASES.execute("pricing", """
                insert into producer_name (member_id, name)
                select md5('%1$s ' || n)::uuid, 'Works %1$s ' || n from generate_series(1, %2$d) n
                """.formatted(product, PRODUCERS));
        DATABASES.execute("pricing", """
                insert into tax_registration (registration_id, member_id, scheme, country, number, address, valid_from, entered_at)
                select gen_random_uuid(), md5('%1$s ' || n)::uuid, 'COMPOSITION', 'IN', '27AAPFU0939F1ZV', '1 Mill Lane, Moradabad',
                       current_date - 2, now()
                  from generate_series(1, %2$d) n
                """.formatted(product, PRODUCERS));
    }

    /** Each producer has 100 to 106 pieces in the pool, which are paid. */
    private void pool() throws SQLException {
        UUID invoice = UUID.randomUUID();
        DATABASES.execute(
                "pricing",
                "insert into product (code, unit, grades, standard_version) values ('" + product
                        + "', 'C62', '{A}', 1)");
        DATABASES.execute("pricing", """
                insert into pool_batch (batch_id, member_id, product, grade, unit, certified_at, period, certified, dispatched)
                select md5('batch %1$s ' || n)::uuid, md5('%1$s ' || n)::uuid, '%1$s', 'A', 'C62', now(), '%3$s', 100 + n %% 7, 100 + n %% 7
                  from generate_series(1, %2$d) n
                """.formatted(product, PRODUCERS, WEEK));
        DATABASES.execute("pricing", """
                insert into pool_invoice (invoice_id, total, paid)
                select '%3$s', sum(1000 * (100 + n %% 7)), sum(1000 * (100 + n %% 7)) from generate_series(1, %2$d) n
                """.formatted(product, PRODUCERS, invoice));
        DATABASES.execute("pricing", """
                insert into accepted_goods (invoice_id, position, product, period, batch_id, member_id, grade, quantity, unit, net)
                select '%4$s', n, '%1$s', '%3$s', md5('batch %1$s ' || n)::uuid, md5('%1$s ' || n)::uuid, 'A', 100 + n %% 7, 'C62',
                       1000 * (100 + n %% 7)
                  from generate_series(1, %2$d) n
                """.formatted(product, PRODUCERS, WEEK, invoice));
    }

    private static Response approve(String settlement, String key) {
        return as("second pricing-desk")
                .header("Idempotency-Key", key)
                .post(SYSTEM.url("pricing") + "/settlements/" + settlement + "/approval");
    }

    private static RequestSpecification as(String role) {
        return SYSTEM.as(role).contentType("application/json");
    }

    private static long lastNumber() throws SQLException {
        return DATABASES.number(
                "pricing", "select coalesce(sum(last_number), 0) from document_series where series = 'BOS'");
    }
}
