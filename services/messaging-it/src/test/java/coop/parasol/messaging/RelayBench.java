package coop.parasol.messaging;

import coop.parasol.bench.Machine;
import coop.parasol.bench.Quantiles;
import coop.parasol.bench.Section;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures the relay against what it is made of: commit to consumption beside produce to consumption at a given rate, and
 * decisions per second with the relay beside without. The two sides of a ratio take turns; the median of the rounds' ratios
 * counts. Prints a table and, with a file as argument, puts it there as the section "Relay".
 *
 * <p>Needs the servers of the tests. {@code -Dbench.rounds=5 -Dbench.seconds=10 -Dbench.warmup=30 -Dbench.rate=500}
 */
final class RelayBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    /** So long that the pauses which come every few seconds, such as a collector's, come in each round. */
    private static final int PACED_SECONDS = 2 * SECONDS;

    private static final int WARMUP = Integer.getInteger("bench.warmup", 30);
    private static final int RATE = Integer.getInteger("bench.rate", 500);
    /** Seconds at the beginning of a round, in which a new relay's connections are made. */
    private static final int UNMEASURED = 2;

    private static final int CLIENTS = 8;
    private static final int DRAINED = 50_000;
    private static final int DEAD_ROWS = 500_000;

    private final BenchSubject subject;
    private final AtomicInteger next = new AtomicInteger();
    private final StringBuilder table = new StringBuilder();

    private RelayBench(BenchSubject subject) {
        this.subject = subject;
    }

    /** @param arguments the Markdown file to put the table into; none for only printing it */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        logAsServicesDo();
        String machine = Machine.described();
        RelayBench bench;
        try (BenchSubject subject = new BenchSubject()) {
            bench = new RelayBench(subject);
            bench.run(machine);
        }
        System.out.println(bench.table);
        if (arguments.length > 0) {
            Section.put(Path.of(arguments[0]), bench.table.toString());
        }
    }

    /** Outside of Quarkus its log manager takes every level, and the producer would put each record into words. */
    private static void logAsServicesDo() {
        Logger.getLogger("").setLevel(Level.INFO);
    }

    private void run(String machine) throws Exception {
        say("warming up for %d s".formatted(SECONDS + WARMUP));
        subject.relaying(true, this::flatOut);
        subject.forget();
        subject.relaying(true, () -> paced(WARMUP / 2, subject::decide));
        paced(WARMUP / 2, subject::produce);
        line("## Relay");
        line("");
        line(
                "`./parasol bench relay`, %d rounds of %d s, of %d s at a given rate, sides in turn, median of the rounds; %s."
                        .formatted(ROUNDS, SECONDS, PACED_SECONDS, machine));
        line("");
        line("| what | with the relay | without | ratio | target |");
        line("|---|---|---|---|---|");
        latency();
        double peak = saturated();
        drain(peak);
        deadRows();
    }

    private void latency() {
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] relayed = new double[1][];
            subject.relaying(true, () -> relayed[0] = paced(PACED_SECONDS, subject::decide));
            double[] produced = paced(PACED_SECONDS, subject::produce);
            rounds.add(new double[] {
                Quantiles.at(relayed[0], 0.5),
                Quantiles.at(produced, 0.5),
                Quantiles.at(relayed[0], 0.99),
                Quantiles.at(produced, 0.99)
            });
            say("round %d: p50 %.2f over %.2f ms, p99 %.2f over %.2f ms".formatted(box(round, rounds.getLast())));
        }
        row("commit to consumption at " + RATE + "/s, p50 (beside: produce to consumption)", "ms", rounds, 0, "<= 2");
        row("the same, p99", "ms", rounds, 2, "<= 2.5");
    }

    private static Object[] box(int round, double[] values) {
        List<Object> all = new ArrayList<>();
        all.add(round);
        Arrays.stream(values).forEach(all::add);
        return all.toArray();
    }

    private double saturated() {
        List<double[]> rounds = new ArrayList<>();
        List<Double> behind = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[] rates = new double[2];
            subject.relaying(true, () -> {
                int first = next.get();
                rates[0] = flatOut();
                long begun = System.nanoTime();
                BenchSubject.spinUntil(() -> subject.sent() >= next.get() - first);
                behind.add((System.nanoTime() - begun) / 1e9);
            });
            subject.forget();
            subject.relaying(false, () -> rates[1] = flatOut());
            subject.forget();
            rounds.add(rates);
            say("round %d: %.0f over %.0f decisions/s, %.3f s behind"
                    .formatted(round, rates[0], rates[1], behind.getLast()));
        }
        row("decisions per second, " + CLIENTS + " clients flat out", "/s", rounds, 0, ">= 0.75");
        line("| until the outbox is empty after that | %.2f s | | | < 1 s |".formatted(Quantiles.median(behind)));
        return Quantiles.median(rounds.stream().map(rates -> rates[0]).toList());
    }

    private void drain(double peak) {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int first = next.getAndAdd(DRAINED);
            subject.backlog(first, DRAINED);
            long begun = System.nanoTime();
            subject.relaying(true, () -> BenchSubject.spinUntil(() -> subject.sent() >= DRAINED));
            rates.add(DRAINED / ((System.nanoTime() - begun) / 1e9));
            subject.forget();
        }
        line("| draining a backlog of %,d (beside: decisions per second) | %,.0f /s | %,.0f /s | %.1f | >= 10 |"
                .formatted(DRAINED, Quantiles.median(rates), peak, Quantiles.median(rates) / peak));
    }

    private void deadRows() throws SQLException {
        try (Connection holder = subject.database.dataSource().getConnection();
                Statement held = holder.createStatement()) {
            holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            holder.setAutoCommit(false);
            held.execute("select count(*) from outbox");
            subject.backlog(next.getAndAdd(DEAD_ROWS), DEAD_ROWS);
            try (OutboxSession session = Objects.requireNonNull(OutboxSession.open(subject.database.dataSource()))) {
                long begun = System.nanoTime();
                List<OutboxSession.Row> rows = session.scan(Long.MAX_VALUE, Set.of(), Set.of(), 5_000);
                while (!rows.isEmpty()) {
                    session.delete(rows);
                    rows = session.scan(Long.MAX_VALUE, Set.of(), Set.of(), 5_000);
                }
                say("%d rows deleted in %.1f s".formatted(DEAD_ROWS, (System.nanoTime() - begun) / 1e9));
                BenchSubject.spinUntil(() -> marked(session));
                double marked =
                        Quantiles.median(timed(200, () -> session.scan(Long.MAX_VALUE, Set.of(), Set.of(), 500)));
                line("| looking into the outbox over %,d dead rows under a held snapshot | %.2f ms | | | <= 1 ms |"
                        .formatted(DEAD_ROWS, marked));
            }
            holder.rollback();
        }
    }

    private static boolean marked(OutboxSession session) {
        try {
            session.scan(Long.MAX_VALUE, Set.of(), Set.of(), 500);
            return session.lowWater() > DEAD_ROWS / 2;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that reads the database. */
    @FunctionalInterface
    private interface Look {
        Object look() throws SQLException;
    }

    private static List<Double> timed(int times, Look look) throws SQLException {
        List<Double> millis = new ArrayList<>();
        for (int turn = 0; turn < times; turn++) {
            long begun = System.nanoTime();
            look.look();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    /** Calls at the rate, whether or not the calls before are done; returns the sorted latencies. */
    private double[] paced(int seconds, IntConsumer call) {
        int skipped = UNMEASURED * RATE;
        int count = seconds * RATE + skipped;
        int first = next.getAndAdd(count);
        long begun = System.nanoTime();
        AtomicInteger turn = new AtomicInteger();
        inParallel(() -> {
            for (int mine = turn.getAndIncrement(); mine < count; mine = turn.getAndIncrement()) {
                long due = begun + mine * 1_000_000_000L / RATE;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                call.accept(first + mine);
            }
        });
        return subject.latencies(first + skipped, count - skipped);
    }

    /** As many decisions as can be had; returns how many a second. */
    private double flatOut() {
        long begun = System.nanoTime();
        long end = begun + SECONDS * 1_000_000_000L;
        int first = next.get();
        inParallel(() -> {
            while (System.nanoTime() < end) {
                subject.decide(next.getAndIncrement());
            }
        });
        return (next.get() - first) / ((System.nanoTime() - begun) / 1e9);
    }

    private static void inParallel(Runnable work) {
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            threads.add(Thread.ofPlatform().start(work));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void row(String what, String unit, List<double[]> rounds, int column, String target) {
        line("| %s | %,.2f %s | %,.2f %s | %.2f | %s |"
                .formatted(
                        what,
                        Quantiles.median(
                                rounds.stream().map(round -> round[column]).toList()),
                        unit,
                        Quantiles.median(
                                rounds.stream().map(round -> round[column + 1]).toList()),
                        unit,
                        Quantiles.median(rounds.stream()
                                .map(round -> round[column] / round[column + 1])
                                .toList()),
                        target));
    }

    private void line(String text) {
        table.append(text).append('\n');
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
