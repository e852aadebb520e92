package coop.parasol.production.counting;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Quantiles;
import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.rules.UniformRule;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Measures the turn of a week: all members have committed three goods, of which one is wanted in full, one in part and one not at all,
 * and it is fixed what counts of each and told. Run by {@code ./parasol bench freeze}.
 */
@QuarkusTest
class FreezeBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final List<Integer> SIZES = List.of(1_630, 16_300);
    private static final int MEMBERS = 16_300;
    private static final List<String> GOODS = List.of("FULL", "PART", "NONE");
    private static final int PIECES = 100;

    @Inject
    CountCommitments countCommitments;

    @Inject
    Reckoning reckoning;

    @Inject
    MovableClock clock;

    @Inject
    FirmClock firm;

    @Inject
    Jdbi jdbi;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private int weeks = 3;

    /** Seconds of one freeze, and of its parts measured by themselves just before. */
    private record Times(double freeze, double reckoned, double rule) {}

    @AfterEach
    void the_clock_goes_back() {
        clock.reset();
    }

    @Test
    void measure() throws IOException {
        GOODS.forEach(each -> MemberFixture.product(product(each), null));
        jdbi.useHandle(handle -> handle.execute("""
                insert into member (id, owner_id, state, open_commitments, batches_reported)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                       ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'ACTIVE', 0, 0
                  from generate_series(1, ?) as n on conflict do nothing
                """, MEMBERS));
        BenchReport report = new BenchReport();
        Map<Integer, List<Times>> times = new LinkedHashMap<>();
        SIZES.forEach(size -> times.put(size, new ArrayList<>()));
        for (int round = -1; round < ROUNDS; round++) {
            for (int size : SIZES) {
                Times one = freeze(size);
                System.out.printf("round %d, %,d members: %.2f s%n", round, size, one.freeze());
                if (round >= 0) {
                    times.getOrDefault(size, List.of()).add(one);
                }
            }
        }
        write(report, times);
    }

    /** A week of its own, in which so many members have committed. */
    private Times freeze(int members) {
        weeks += 2;
        Period week = Weeks.after(weeks);
        for (String each : GOODS) {
            jdbi.useHandle(handle -> handle.execute("""
                    insert into commitment (id, member_id, product, grade, period, route, quantity, unit, reported, state, version)
                    select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ?, 'A', ?, 'hand',
                           ? + n % 7, 'C62', 0, 'OPEN', 0
                      from generate_series(1, ?) as n
                    """, product(each), week.toString(), PIECES, members));
        }
        ordered("FULL", week, 10L * PIECES * members);
        ordered("PART", week, PIECES * (long) members / 2);
        jdbi.useHandle(handle -> handle.execute("analyze commitment"));
        double reckoned = seconds(() -> QuarkusTransaction.requiringNew()
                .run(() -> GOODS.forEach(each -> require(
                        reckoning.of(new GoodsOfWeek(product(each), "A", week)).isPresent()))));
        List<UniformRule.Commitment> claims = IntStream.range(0, members)
                .mapToObj(n -> {
                    UUID id = new UUID(0, n);
                    return new UniformRule.Commitment(id, id, BigDecimal.valueOf(PIECES + n % 7));
                })
                .toList();
        BigDecimal half = BigDecimal.valueOf(PIECES * (long) members / 2);
        double rule = seconds(() -> GOODS.forEach(
                each -> require(UniformRule.count(half, claims, 0).counts().size() == members)));
        clock.setTo(firm.startOfDay(week.monday()));
        double freeze = seconds(countCommitments::run);
        require(week, (long) GOODS.size() * members);
        return new Times(freeze, reckoned, rule);
    }

    private void ordered(String goods, Period week, long pieces) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into demand_outlook (product, grade, period, unit, open_orders) values (?, 'A', ?, 'C62', ?)",
                product(goods),
                week.toString(),
                pieces));
    }

    private String product(String goods) {
        return goods + "-" + tag;
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void require(Period week, long lines) {
        long counted = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from counted_commitment where period = :week and product like :tag")
                .bind("week", week.toString())
                .bind("tag", "%" + tag)
                .mapTo(Long.class)
                .one());
        require(counted == lines);
    }

    private static void require(boolean itIsSo) {
        if (!itIsSo) {
            throw new IllegalStateException("what is measured does not happen");
        }
    }

    private static void write(BenchReport report, Map<Integer, List<Times>> times) throws IOException {
        report.heading(
                "Freeze",
                ROUNDS + " rounds after one to warm up, sizes in turn, medians",
                "At the turn of a week it is fixed what counts of each member's commitments of three goods, and told by an"
                        + " event each, a transaction for each of the goods; the relay sends meanwhile. Reckoning reads what is"
                        + " committed, ordered and owned and divides it; the rule is the division alone.");
        report.line(
                "| members | lines and events | a freeze, s | events/s | of it reckoning, s | of that the rule, s |");
        report.line("|---:|---:|---:|---:|---:|---:|");
        times.forEach((members, all) -> {
            double freeze = median(all.stream().map(Times::freeze).toList());
            long lines = (long) GOODS.size() * members;
            report.line("| %,d | %,d | %.2f | %,.0f | %.2f | %.2f |"
                    .formatted(
                            members,
                            lines,
                            freeze,
                            lines / freeze,
                            median(all.stream().map(Times::reckoned).toList()),
                            median(all.stream().map(Times::rule).toList())));
        });
        report.publish(System.getProperty("bench.file"));
    }

    private static double median(List<Double> values) {
        return Quantiles.median(values);
    }
}
