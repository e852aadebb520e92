package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.treasury.payment.Treasury;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/**
 * The database's sessions are killed again and again, at any moment of valuations, releases and payments, as a service that is
 * killed loses them. Whatever was half done is undone; nothing is lost or doubled, and it goes on by itself.
 */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class CutConnectionsTest {

    private static final int LEAVERS = 12;
    private static final int CUTS = 40;

    @Inject
    ExitScenario scenario;

    @Inject
    AdvanceExits advanceExits;

    @Inject
    Treasury treasury;

    @Inject
    Session database;

    private final Random random = new Random(9);
    private final AtomicInteger cuts = new AtomicInteger();

    @Test
    void killed_at_any_moment_of_a_valuation_or_a_payment_nothing_is_lost_or_doubled() throws Exception {
        scenario.bylaws(2, 1_000, 6, 10_000);
        scenario.join();
        List<UUID> exits = new ArrayList<>();
        for (int leaver = 0; leaver < LEAVERS; leaver++) {
            UUID exit = scenario.request(scenario.join());
            scenario.clear(exit);
            exits.add(exit);
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread cutter = Thread.ofPlatform().start(() -> cut(done));
        scenario.advanceClock(90);
        for (int turn = 0; turn < 400 && (cuts.get() < CUTS || exits.stream().anyMatch(this::isOpen)); turn++) {
            attempt(advanceExits::run);
            attempt(treasury::draft);
            attempt(this::confirm);
            if (turn % 10 == 9) {
                scenario.advanceClock(60);
            }
        }
        done.set(true);
        cutter.join();
        exits.forEach(this::isWhole);
        assertThat(cuts.get()).isPositive();
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
        assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
        assertThat(Desk.check().getBoolean("onePerMember")).isTrue();
    }

    /** What a cut has left half way is taken up again: drafts are approved, what was sent is confirmed. */
    private void confirm() {
        ExitScenario.inTransaction(
                        () -> database.createNativeQuery("select id from payment_run where state = 'DRAFT'", UUID.class)
                                .getResultList())
                .forEach(run -> Desk.post("/payment-runs/" + run + "/approval", "{}"));
        ExitScenario.inTransaction(
                        () -> database.createNativeQuery("select id from payable where state = 'IN_RUN'", UUID.class)
                                .getResultList())
                .forEach(payable ->
                        Desk.post("/payables/" + payable + "/payment", "{\"bankReference\": \"UTR-" + payable + "\"}"));
    }

    private void isWhole(UUID id) {
        ExitCase exit = scenario.exit(id);
        assertThat(exit.state).isEqualTo(ExitState.ENDED);
        assertThat(exit.paid).isEqualTo(100_000);
        assertThat(scenario.payments(id)).hasSize(3).allMatch(payment -> payment.state == ExitPaymentState.PAID);
        assertThat(scenario.balance(Account.EXIT_PAYABLE, exit.memberId)).isZero();
        assertThat(scenario.balance(Account.HOLDBACK, exit.memberId)).isZero();
        assertThat(count("select count(*) from journal_entry where event = 'ExitValued' and source_document = '" + id
                        + "'"))
                .isOne();
        assertThat(count("select count(*) from exit_step where step = 'VALUED' and exit_id = '" + id + "'"))
                .isOne();
        assertThat(count("select count(*) from exit_step where step = 'PAID' and exit_id = '" + id + "'"))
                .isEqualTo(3);
        assertThat(count("select count(*) from exit_step where step = 'ENDED' and exit_id = '" + id + "'"))
                .isOne();
    }

    /** A run that lost its session is tried again at the next turn. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            assertThat(e).as("only a lost session stops a run").isNotInstanceOf(AssertionError.class);
        }
    }

    private boolean isOpen(UUID exit) {
        try {
            return scenario.exit(exit).state != ExitState.ENDED;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private long count(String query) {
        return ExitScenario.inTransaction(
                () -> database.createNativeQuery(query, Long.class).getSingleResult());
    }

    /** Kills every session that is in a transaction, at random moments. */
    private void cut(AtomicBoolean done) {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        String user = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        String password = ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class);
        while (!done.get() && cuts.get() < CUTS) {
            LockSupport.parkNanos(1_000_000L * (5 + random.nextInt(120)));
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement();
                    var killed = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()"
                            + " and state in ('active', 'idle in transaction') and xact_start is not null"
                            + " and backend_type = 'client backend'")) {
                if (killed.next() && killed.getInt(1) > 0) {
                    cuts.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
