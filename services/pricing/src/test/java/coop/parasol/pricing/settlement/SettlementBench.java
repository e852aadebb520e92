package coop.parasol.pricing.settlement;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Quantiles;
import coop.parasol.contracts.Period;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.pool.PoolBylaws;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Measures the settlement of a pool in which all members have goods, with an advance on each: from the approval to all statements and
 * events written. Run by {@code ./parasol bench settlement}.
 */
@QuarkusTest
class SettlementBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final List<Integer> SIZES = List.of(1_630, 16_300);
    private static final LocalDate FIRST_WEEK = LocalDate.of(2020, 1, 6);

    @Inject
    DraftSettlement draftSettlement;

    @Inject
    ApproveSettlement approveSettlement;

    @Inject
    PoolBylaws bylaws;

    @Inject
    Jdbi jdbi;

    private final String product = "BENCH-" + UUID.randomUUID();
    private int weeks;

    /** Seconds of a draft, and of its approval. */
    private record Times(double draft, double approval) {}

    @Test
    void measure() throws IOException {
        QuarkusTransaction.requiringNew().run(() -> ManyProducers.product(jdbi, bylaws, product));
        BenchReport report = new BenchReport();
        Map<Integer, List<Times>> times = new LinkedHashMap<>();
        SIZES.forEach(size -> times.put(size, new ArrayList<>()));
        for (int round = -1; round < ROUNDS; round++) {
            for (int size : SIZES) {
                Times one = settle(size);
                System.out.printf(
                        "round %d, %,d members: draft %.2f s, approval %.2f s%n",
                        round, size, one.draft(), one.approval());
                if (round >= 0) {
                    times.getOrDefault(size, List.of()).add(one);
                }
            }
        }
        write(report, times);
    }

    /** A pool of its own, of a week of its own. */
    private Times settle(int members) {
        Period week = Period.of(FIRST_WEEK.plusWeeks(weeks++));
        QuarkusTransaction.requiringNew().run(() -> ManyProducers.pool(jdbi, product, week, members));
        jdbi.useHandle(handle -> handle.execute("analyze accepted_goods, pool_invoice, pool_batch, advance"));
        List<UUID> drafted = new ArrayList<>();
        double draft = seconds(() -> drafted.add(QuarkusTransaction.requiringNew()
                .call(() -> draftSettlement.draft(new DraftSettlement.Proposal(product, week, List.of()), "priya")
                                instanceof DraftSettlement.Drafted(Settlement settlement)
                        ? settlement.id
                        : new UUID(0, 0))));
        UUID settlement = drafted.getFirst();
        double approval = seconds(() -> QuarkusTransaction.requiringNew()
                .run(() -> require(
                        approveSettlement.approve(settlement, Cause.of("pavan"))
                                instanceof ApproveSettlement.Settled)));
        require(jdbi.withHandle(handle -> handle.createQuery(
                                "select count(*) from payout_statement where settlement_id = :settlement")
                        .bind("settlement", settlement)
                        .mapTo(Long.class)
                        .one())
                == members);
        return new Times(draft, approval);
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void require(boolean itIsSo) {
        if (!itIsSo) {
            throw new IllegalStateException("what is measured does not happen");
        }
    }

    private static void write(BenchReport report, Map<Integer, List<Times>> times) throws IOException {
        report.heading(
                "Settlement",
                ROUNDS + " rounds after one to warm up, sizes in turn, medians",
                "The pool of a week in which every member has a batch with an advance: the draft divides it and finds the"
                        + " advances; the approval does so again, deducts them, and writes every member's statement and event, the"
                        + " figures and the pool's event in one transaction; the relay sends meanwhile.");
        report.line("| members | a draft, s | an approval, s | statements/s |");
        report.line("|---:|---:|---:|---:|");
        times.forEach((members, all) -> {
            double approval = Quantiles.median(all.stream().map(Times::approval).toList());
            report.line("| %,d | %.2f | %.2f | %,.0f |"
                    .formatted(
                            members,
                            Quantiles.median(all.stream().map(Times::draft).toList()),
                            approval,
                            members / approval));
        });
        report.publish(System.getProperty("bench.file"));
    }
}
