package coop.parasol.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.pool.PoolBylaws;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * The connection of an approval is cut at random moments, as a kill of the service or of the database cuts it: of the settlement of many
 * members nothing is there afterwards, or all of it, and who approves it again gets what was drafted, once.
 */
@QuarkusTest
class SettlementCutTest {

    private static final int MEMBERS = 2_000;
    private static final int CUTS = 12;
    private static final Period WEEK = Period.parse("2026-W40");

    @Inject
    DraftSettlement draftSettlement;

    @Inject
    ApproveSettlement approveSettlement;

    @Inject
    PoolBylaws bylaws;

    @Inject
    Jdbi jdbi;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final String product = "CUT-" + UUID.randomUUID();

    @Test
    void of_a_settlement_that_is_cut_nothing_is_there_or_all_of_it_and_it_is_settled_once() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            ManyProducers.product(jdbi, bylaws, product);
            ManyProducers.pool(jdbi, product, WEEK, MEMBERS);
        });
        UUID settlement = QuarkusTransaction.requiringNew()
                .call(() -> ((DraftSettlement.Drafted)
                                draftSettlement.draft(new DraftSettlement.Proposal(product, WEEK, List.of()), "priya"))
                        .settlement()
                        .id);
        String drafted = payouts(settlement);

        int cuts = 0;
        for (int time = 0; time < CUTS; time++) {
            cuts += cut(settlement) ? 1 : 0;
            assertNothingOrAll(settlement);
        }
        assertThat(cuts).as("seed %d: approvals that were cut", seed).isPositive();
        approve(settlement);

        assertThat(number("select count(*) from payout_statement where settlement_id = '" + settlement + "'"))
                .as("seed %d: each member has a statement", seed)
                .isEqualTo(MEMBERS);
        assertNothingOrAll(settlement);
        assertThat(payouts(settlement)).as("seed %d: as it was drafted", seed).isEqualTo(drafted);
    }

    /** Approves it and cuts the connection meanwhile; @return whether that came before the end */
    private boolean cut(UUID settlement) throws Exception {
        CompletableFuture<Boolean> approval = CompletableFuture.supplyAsync(() -> {
            try {
                approve(settlement);
                return false;
            } catch (RuntimeException broken) {
                return true;
            }
        });
        while (!approval.isDone()) {
            Optional<Integer> backend = backend();
            if (backend.isPresent()) {
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(600)).toNanos());
                jdbi.useHandle(handle -> handle.createQuery("select pg_terminate_backend(pid) from pg_locks"
                                + " where relation = 'carried_remainder'::regclass and pid = :pid limit 1")
                        .bind("pid", backend.get())
                        .mapTo(Boolean.class)
                        .findOne());
                break;
            }
        }
        return approval.get(1, TimeUnit.MINUTES);
    }

    /** Which connection has locked the pools of the product. */
    private Optional<Integer> backend() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select pid from pg_locks where relation = 'carried_remainder'::regclass"
                                + " and mode = 'RowShareLock' and pid <> pg_backend_pid() limit 1")
                        .mapTo(Integer.class)
                        .findOne());
    }

    private void approve(UUID settlement) {
        QuarkusTransaction.requiringNew().run(() -> approveSettlement.approve(settlement, Cause.of("pavan")));
    }

    private void assertNothingOrAll(UUID settlement) {
        String of = " where settlement_id = '" + settlement + "'";
        boolean settled =
                number("select count(*) from settlement where state = 'SETTLED' and id = '" + settlement + "'") == 1;
        long all = settled ? MEMBERS : 0;
        assertThat(number("select count(*) from payout_statement" + of)).isEqualTo(all);
        assertThat(number("select count(*) from advance_recovery" + of)).isEqualTo(all);
        assertThat(number("select count(*) from published_pool" + of)).isEqualTo(settled ? 1 : 0);
        assertThat(number(
                        "select count(distinct aggregateid || type) from (select aggregateid, type, payload from outbox union all"
                                + " select aggregateid, type, payload from sent_event) e where payload like '%"
                                + settlement + "%'"))
                .as("seed %d: events of %s", seed, settled ? "all" : "nothing")
                .isEqualTo(settled ? MEMBERS + 1 : 0);
        assertThat(number("select coalesce(sum(recovered), 0) from advance where product = '" + product + "'"))
                .isEqualTo(settled ? number("select sum(amount) from advance_recovery" + of) : 0);
    }

    private String payouts(UUID settlement) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select md5(payouts::text || advances::text) from settlement where id = :id")
                .bind("id", settlement)
                .mapTo(String.class)
                .one());
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
