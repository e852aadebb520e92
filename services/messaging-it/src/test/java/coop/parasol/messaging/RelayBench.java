package coop.parasol.messaging;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Clients;
import coop.parasol.bench.Quantiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures what the relay costs: the time from commit to consumption beside that from produce to consumption, at a given
 * rate, and decisions per second with the relay beside without. The two sides of a ratio take turns; what counts is the
 * median of the rounds' ratios. Prints a table and, with a Markdown file as argument, puts it there as the section "Relay".
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
    private final BenchReport report;

    private RelayBench(BenchSubject subject, BenchReport report) {
        this.subject = subject;
        this.report = report;
    }

    /** @param arguments the Markdown file to put the table into; none for only printing it */
    public static void main(String[] arguments) throws Exception {
        logAsServicesDo();
        BenchReport report = new BenchReport();
        try (BenchSubject subject = new BenchSubject()) {
            new RelayBench(subject, report).run();
        }
        report.publish(arguments.length > 0 ? arguments[0] : null);
    }

    /** Outside of Quarkus its log manager takes every level, and the producer would put each record into words. */
    private static void logAsServicesDo() {
        Logger.getLogger("").setLevel(Level.INFO);
    }

    private void run() throws Exception {
        progress("warming up for %d s".formatted(SECONDS + WARMUP));
        subject.relaying(true, this::atFullSpeed);
        subject.clear();
        subject.relaying(true, () -> atRate(WARMUP / 2, subject::decide));
        atRate(WARMUP / 2, subject::produce);
        report.heading(
                "Relay",
                "%d rounds of %d s, of %d s at a given rate, sides in turn, median of the rounds"
                        .formatted(ROUNDS, SECONDS, PACED_SECONDS),
                "");
        line("| what | with the relay | without | ratio | target |");
        line("|---|---|---|---|---|");
        latency("");
        double peak = saturated("");
        drain(peak);
        subject.flushEachRecord(true);
        latency(", each record flushed by the broker");
        double flushed = saturated(", each record flushed by the broker");
        progress("%.0f decisions/s with each record flushed, %.0f without".formatted(flushed, peak));
        subject.flushEachRecord(false);
        growth();
        deadRows();
    }

    private void latency(String how) {
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] relayed = new double[1][];
            subject.relaying(true, () -> relayed[0] = atRate(PACED_SECONDS, subject::decide));
            double[] produced = atRate(PACED_SECONDS, subject::produce);
            rounds.add(new double[] {
                Quantiles.at(relayed[0], 0.5),
                Quantiles.at(produced, 0.5),
                Quantiles.at(relayed[0], 0.99),
                Quantiles.at(produced, 0.99)
            });
            progress("round %d: p50 %.2f over %.2f ms, p99 %.2f over %.2f ms".formatted(box(round, rounds.getLast())));
        }
        row(
                "commit to consumption at " + RATE + "/s, p50 (beside: produce to consumption)" + how,
                "ms",
                rounds,
                0,
                "<= 2");
        row("the same, p99" + how, "ms", rounds, 2, "<= 2.5");
    }

    private static Object[] box(int round, double[] values) {
        List<Object> all = new ArrayList<>();
        all.add(round);
        Arrays.stream(values).forEach(all::add);
        return all.toArray();
    }

    private double saturated(String how) {
        List<double[]> rounds = new ArrayList<>();
        List<Double> behind = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[] rates = new double[2];
            subject.relaying(true, () -> {
                int first = next.get();
                rates[0] = atFullSpeed();
                long begun = System.nanoTime();
                BenchSubject.spinUntil(() -> subject.sent() >= next.get() - first);
                behind.add((System.nanoTime() - begun) / 1e9);
            });
            subject.clear();
            subject.relaying(false, () -> rates[1] = atFullSpeed());
            subject.clear();
            rounds.add(rates);
            progress("round %d: %.0f over %.0f decisions/s, %.3f s behind"
                    .formatted(round, rates[0], rates[1], behind.getLast()));
        }
        row("decisions per second, " + CLIENTS + " clients flat out" + how, "/s", rounds, 0, ">= 0.75");
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
            subject.clear();
        }
        line("| draining a backlog of %,d (beside: decisions per second) | %,.0f /s | %,.0f /s | %.1f | >= 10 |"
                .formatted(DRAINED, Quantiles.median(rates), peak, Quantiles.median(rates) / peak));
    }

    /** What stays for days: the sent rows of who decides, and the inbox rows of each service that hears of it. */
    private void growth() {
        subject.backlog(next.getAndAdd(DRAINED), DRAINED);
        subject.relaying(true, () -> BenchSubject.spinUntil(() -> subject.sent() >= DRAINED));
        line("| disk for a million sent events of %d bytes, kept for 7 days | %,.0f MB | | | |"
                .formatted(CloudEvents.json(Fixture.event(Ids.next(), DRAINED)).length(), subject.bytesPerSentEvent()));
        line(
                "| disk for a million events in the inbox of a service that hears of them, kept for 30 days | %,.0f MB | | | |"
                        .formatted(subject.bytesPerInboxRow(DRAINED)));
        subject.clear();
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
                List<OutboxSession.Row> rows = session.readBatch(Set.of(), Set.of(), 5_000);
                while (!rows.isEmpty()) {
                    session.acknowledge(
                            rows.stream()
                                    .map(row -> new SentEvents.Arrived(row, 0, row.seq()))
                                    .toList(),
                            Map.of());
                    session.moveArrived();
                    rows = session.readBatch(Set.of(), Set.of(), 5_000);
                }
                progress("%d rows moved in %.1f s".formatted(DEAD_ROWS, (System.nanoTime() - begun) / 1e9));
                BenchSubject.spinUntil(() -> marked(session));
                double marked = Quantiles.median(timed(200, () -> session.readBatch(Set.of(), Set.of(), 500)));
                line("| reading the outbox over %,d dead rows under a held snapshot | %.2f ms | | | <= 1 ms |"
                        .formatted(DEAD_ROWS, marked));
            }
            holder.rollback();
        }
    }

    private static boolean marked(OutboxSession session) {
        try {
            session.readBatch(Set.of(), Set.of(), 500);
            return session.lowWaterMark() > DEAD_ROWS / 2;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A read of the database. */
    @FunctionalInterface
    private interface Read {
        Object read() throws SQLException;
    }

    private static List<Double> timed(int times, Read read) throws SQLException {
        List<Double> millis = new ArrayList<>();
        for (int turn = 0; turn < times; turn++) {
            long begun = System.nanoTime();
            read.read();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    /** Calls at the rate, whether or not the calls before are done; returns the sorted latencies. */
    private double[] atRate(int seconds, IntConsumer call) {
        int skipped = UNMEASURED * RATE;
        int count = seconds * RATE + skipped;
        int first = next.getAndAdd(count);
        long begun = System.nanoTime();
        AtomicInteger turn = new AtomicInteger();
        Clients.run(CLIENTS, () -> {
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
    private double atFullSpeed() {
        long begun = System.nanoTime();
        long end = begun + SECONDS * 1_000_000_000L;
        int first = next.get();
        Clients.run(CLIENTS, () -> {
            while (System.nanoTime() < end) {
                subject.decide(next.getAndIncrement());
            }
        });
        return (next.get() - first) / ((System.nanoTime() - begun) / 1e9);
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
        report.line(text);
    }

    private static void progress(String text) {
        System.out.println(text);
    }
}
