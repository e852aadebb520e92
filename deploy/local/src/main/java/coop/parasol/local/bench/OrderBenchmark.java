package coop.parasol.local.bench;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Quantiles;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Orders per second by REST, accepted, allocated and heard of by production, with all services running, over what PostgreSQL alone does
 * of the same writes; the two in turn. Then the times of single orders at half that rate, and where the time goes.
 */
public final class OrderBenchmark {

    private static final int CLIENTS = 8;
    private static final int STATEMENT_SECONDS = 5;
    private static final int STATEMENT_RATE = 10;

    private final Installation installation;
    private final int rounds;
    private final int seconds;
    private final int warmup;
    private final Map<OrderMix, List<Round>> measured = new EnumMap<>(OrderMix.class);
    private final Map<OrderMix, HalfLoad> halfLoads = new EnumMap<>(OrderMix.class);

    /**
     * @param installation whose services run, and do nothing else
     * @param rounds of each side and mix
     * @param seconds of a side's round, and half of them the measurement at half the rate
     * @param warmup seconds before the first round
     */
    public OrderBenchmark(Installation installation, int rounds, int seconds, int warmup) {
        this.installation = installation;
        this.rounds = rounds;
        this.seconds = seconds;
        this.warmup = warmup;
    }

    /** @param drainSeconds from the last answer until nothing was left to do, which counts as time of the orders */
    private record Round(
            int orders,
            double perSecond,
            double sqlPerSecond,
            double drainSeconds,
            double p99,
            ProcessorTimes used,
            String waits) {}

    /** How long single orders took at half the rate, in milliseconds, and of how many the allocation was watched. */
    private record HalfLoad(
            double perSecond, double p50, double p99, double allocatedP50, double allocatedP99, int watched) {}

    /** Measures, prints the report and writes it into a Markdown file. */
    public void run(String file) throws SQLException, IOException, InterruptedException {
        BenchReport report = new BenchReport();
        ParasolApi api = new ParasolApi(installation, System.out::println);
        ApiUser desk = api.demoUser("leela");
        try (Connection distribution = installation.connectAsAdministrator("distribution");
                Connection production = installation.connectAsAdministrator("production")) {
            OrderData.fill(distribution);
            OrderSql sql = new OrderSql(() -> installation.connectAsAdministrator("distribution"), CLIENTS);
            sql.prepare();
            OrderClients clients =
                    new OrderClients(installation.ports().of(Component.DISTRIBUTION), desk::token, CLIENTS);
            OrderBacklog backlog = new OrderBacklog(distribution, production);
            warmUp(clients, sql, backlog);
            for (int round = 0; round < rounds; round++) {
                for (OrderMix mix : OrderMix.values()) {
                    measure(round, mix, clients, sql, backlog, distribution);
                }
            }
            for (OrderMix mix : OrderMix.values()) {
                halfLoads.put(mix, atHalfTheRate(mix, clients));
                backlog.awaitEmpty();
            }
            String statements = new StatementLog(
                            distribution, installation.processes().log(Component.POSTGRES))
                    .whilst(() -> one(desk)
                            .place(
                                    OrderMix.HOT_PRODUCTS,
                                    STATEMENT_SECONDS,
                                    STATEMENT_RATE,
                                    new ConcurrentLinkedQueue<>())
                            .orders());
            write(report, statements, file);
        }
    }

    private OrderClients one(ApiUser desk) {
        return new OrderClients(installation.ports().of(Component.DISTRIBUTION), desk::token, 1);
    }

    private void warmUp(OrderClients clients, OrderSql sql, OrderBacklog backlog)
            throws SQLException, InterruptedException {
        for (OrderMix mix : OrderMix.values()) {
            clients.place(mix, Math.max(1, warmup / 3), 0, new ConcurrentLinkedQueue<>());
            sql.measure(mix, 2, 1);
        }
        backlog.awaitEmpty();
    }

    /** Lines and the batches they were allocated from, of all orders until now. */
    private record AllocatedRows(long lines, long reservations) {

        static AllocatedRows now(Connection distribution) throws SQLException {
            try (Statement statement = distribution.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            select (select count(*) from order_line where allocated > 0), (select count(*) from reservation)
                            """)) {
                rows.next();
                return new AllocatedRows(rows.getLong(1), rows.getLong(2));
            }
        }

        double batchesPerLineSince(AllocatedRows before) {
            return Math.max(1, (double) (reservations - before.reservations) / Math.max(1, lines - before.lines));
        }
    }

    private void measure(
            int round, OrderMix mix, OrderClients clients, OrderSql sql, OrderBacklog backlog, Connection distribution)
            throws SQLException, InterruptedException {
        AllocatedRows rows = AllocatedRows.now(distribution);
        ProcessorTimes before = ProcessorTimes.now(installation);
        DatabaseWaits waits =
                new DatabaseWaits(installation.connectAsAdministrator("distribution"), DatabaseWaits.Scope.DATABASE);
        long begun = System.nanoTime();
        OrderClients.Load load;
        try (waits) {
            load = clients.place(mix, seconds, 0, new ConcurrentLinkedQueue<>());
        }
        backlog.awaitEmpty();
        double all = (System.nanoTime() - begun) / 1e9;
        ProcessorTimes used = ProcessorTimes.now(installation).minus(before);
        double batchesPerLine = AllocatedRows.now(distribution).batchesPerLineSince(rows);
        double sqlPerSecond = sql.measure(mix, seconds, batchesPerLine);
        if (load.refused() > 0) {
            throw new IllegalStateException(load.refused() + " orders were refused");
        }
        Round result = new Round(
                load.orders(),
                load.orders() / all,
                sqlPerSecond,
                all - load.seconds(),
                Quantiles.at(load.millis(), 0.99),
                used,
                waits.shares());
        measured.computeIfAbsent(mix, any -> new ArrayList<>()).add(result);
        System.out.printf(
                "round %d, %s: %.0f orders/s (%.1f s of it until nothing was left), %.0f by SQL, ratio %.2f; %.2f batches a line;"
                        + " processor ms an order: %s; sessions: %s%n",
                round,
                mix.description(),
                result.perSecond(),
                result.drainSeconds(),
                sqlPerSecond,
                result.perSecond() / sqlPerSecond,
                batchesPerLine,
                used.perCall(load.orders()),
                result.waits());
    }

    private HalfLoad atHalfTheRate(OrderMix mix, OrderClients clients) throws SQLException {
        double rate = median(mix, Round::perSecond) / 2;
        AllocationTimes allocations = new AllocationTimes(installation.connectAsAdministrator("distribution"));
        OrderClients.Load load;
        try (allocations) {
            load = clients.place(mix, seconds, rate, allocations.sent());
        }
        double[] allocated = allocations.millis();
        HalfLoad half = new HalfLoad(
                load.orders() / load.seconds(),
                Quantiles.at(load.millis(), 0.5),
                Quantiles.at(load.millis(), 0.99),
                Quantiles.at(allocated, 0.5),
                Quantiles.at(allocated, 0.99),
                allocated.length);
        System.out.println(mix.description() + " at half the rate: " + half);
        return half;
    }

    private interface Figure {
        double of(Round round);
    }

    private double median(OrderMix mix, Figure figure) {
        return Quantiles.median(
                measured.getOrDefault(mix, List.of()).stream().map(figure::of).toList());
    }

    private void write(BenchReport report, String statements, String file) throws IOException {
        report.heading(
                "Orders",
                ("%d rounds of %d s a side in turn, %d clients, medians of the rounds and of the rounds' ratios; %d lines an"
                                + " order, a token checked and an idempotency key stored for each, all services running")
                        .formatted(rounds, seconds, CLIENTS, OrderMix.LINES),
                "An order counts when it is accepted, allocated and handled by production: the time until nothing is left counts in."
                        + " The other side is one prepared statement an order by as many clients on the same PostgreSQL, with the same"
                        + " rows (as many batches a line as it was allocated from on average), bytes and hot rows, which decides"
                        + " nothing. Times of single orders are at half the rate, from when they"
                        + " were due.");
        report.line(
                        "| orders of | orders/s | by SQL alone | ratio (>= 0.60) | p99 ms flat out | answered at half the rate, p50"
                                + " and p99 ms (<= 50) | allocated, p50 (<= 50) and p99 ms |")
                .line("|---|---|---|---|---|---|---|");
        halfLoads.forEach((mix, half) -> report.line("| %s | %.0f | %.0f | %.2f | %.0f | %.1f, %.1f | %.1f, %.1f |"
                .formatted(
                        mix.description(),
                        median(mix, Round::perSecond),
                        median(mix, Round::sqlPerSecond),
                        median(mix, round -> round.perSecond() / round.sqlPerSecond()),
                        median(mix, Round::p99),
                        half.p50(),
                        half.p99(),
                        half.allocatedP50(),
                        half.allocatedP99())));
        report.line("").line("Where the time goes:").line("");
        measured.forEach((mix, all) ->
                report.line("- %s: processor ms an order: %s; sessions in distribution's database: %s."
                        .formatted(
                                mix.description(),
                                all.stream()
                                        .map(Round::used)
                                        .reduce(ProcessorTimes::plus)
                                        .orElseThrow()
                                        .perCall(all.stream()
                                                .mapToInt(Round::orders)
                                                .sum()),
                                all.getLast().waits())));
        report.line("")
                .line(
                        "Statements that distribution sends for an order that is alone, with those of its relay and timers:")
                .line("")
                .line("```")
                .line(statements)
                .line("```")
                .publish(file);
    }
}
