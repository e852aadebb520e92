package coop.parasol.local.bench;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Quantiles;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.season.Season;
import coop.parasol.local.season.Season.Producer;
import coop.parasol.local.servers.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;

/**
 * Batches per second that are reported one by one and in bulk, sampled and certified, with all services running, over what PostgreSQL
 * alone does of the same writes; the sides in turn.
 */
public final class BatchBenchmark {

    private static final int CLIENTS = 8;
    private static final int BULK = 1_000;
    private static final int FEW = 30;
    private static final int SETTLING_SECONDS = 60;

    private final Installation installation;
    private final int rounds;
    private final int seconds;
    private final int warmup;
    private final Map<Step, List<Rate>> measured = new EnumMap<>(Step.class);
    private final Map<Step, ProcessorTimes> processors = new EnumMap<>(Step.class);
    private final Map<Step, Integer> counted = new EnumMap<>(Step.class);
    private final List<Double> heardOf = new ArrayList<>();

    /**
     * @param installation whose services run, and do nothing else
     * @param rounds of each side
     * @param seconds of a side's round
     * @param warmup seconds of each way of calls one by one, before the first round
     */
    public BatchBenchmark(Installation installation, int rounds, int seconds, int warmup) {
        this.installation = installation;
        this.rounds = rounds;
        this.seconds = seconds;
        this.warmup = warmup;
    }

    /** What becomes of batches, and how much of what PostgreSQL does is asked for. */
    private enum Step {
        SINGLE("reported, a call each", BatchSql.REPORTED, 0.40),
        BULK("reported, 1,000 a call", BatchSql.REPORTED, 0.40),
        SAMPLED("sampled", BatchSql.SAMPLED, 0.40),
        CERTIFIED("inspected and certified, a call each", BatchSql.CERTIFIED, 0.25);

        private final String description;
        private final BatchSql sql;
        private final double target;

        Step(String description, BatchSql sql, double target) {
            this.description = description;
            this.sql = sql;
            this.target = target;
        }
    }

    /** @param p99 of a call in milliseconds; NaN where there is none */
    private record Rate(double perSecond, double sqlPerSecond, double p99) {}

    /** What rounds need. */
    private record Bench(
            BatchClients clients,
            List<UUID> members,
            TopicBacklog reported,
            BatchBacklog backlog,
            Connection quality) {}

    /** Measures, prints the report and writes it into a Markdown file. */
    public void run(String file) throws SQLException, IOException, InterruptedException {
        BenchReport report = new BenchReport();
        List<Producer> producers = new Season(installation, Instant.now().getEpochSecond()).begin();
        List<UUID> members =
                producers.stream().map(each -> UUID.fromString(each.memberId())).toList();
        ApiUser arun = new ParasolApi(installation, System.out::println).demoUser("arun");
        BatchClients clients = new BatchClients(installation, producers, arun::token, CLIENTS);
        BatchSql.prepare(installation, members);
        try (Connection production = installation.connectAsAdministrator("production");
                Connection quality = installation.connectAsAdministrator("quality");
                BatchBacklog backlog = new BatchBacklog(installation)) {
            TopicBacklog reported = new TopicBacklog(production, quality, "production.batches");
            TopicBacklog.await(() -> TopicBacklog.isTrue(
                    production,
                    "select (select count(*) from member where state = 'ACTIVE') >= " + members.size()
                            + " and (select count(*) from product) >= 3"));
            Bench bench = new Bench(clients, members, reported, backlog, quality);
            warmUp(bench);
            for (int round = 0; round < rounds; round++) {
                round(round, bench);
            }
        }
        write(report, producers.size(), file);
    }

    /**
     * Each way for itself, as long as is asked for: a call alone gets fast only after some thousands, when it is compiled, and on two
     * processors the services take turns at that.
     */
    private void warmUp(Bench bench) throws SQLException, InterruptedException {
        bench.clients.reportOneByOne(Math.max(1, warmup));
        TopicBacklog.await(bench.backlog::isEmpty);
        settle(bench.clients, bench.backlog, bench.quality);
        bench.clients.reportInBulk(Math.max(1, warmup / 8), BULK);
        TopicBacklog.await(bench.backlog::isEmpty);
        bench.clients.certify(Math.max(1, warmup), sampled(bench.quality));
        TopicBacklog.await(bench.backlog::isEmpty);
    }

    /** Inspects few batches at a time until no series changes its severity any more: all that wait are sampled anew each time. */
    private static void settle(BatchClients clients, BatchBacklog backlog, Connection quality)
            throws SQLException, InterruptedException {
        long before;
        do {
            before = switchings(quality);
            clients.reportInBulk(1, FEW);
            TopicBacklog.await(backlog::isEmpty);
            clients.certify(SETTLING_SECONDS, sampled(quality));
            TopicBacklog.await(backlog::isEmpty);
        } while (switchings(quality) > before);
    }

    private static long switchings(Connection quality) throws SQLException {
        try (PreparedStatement query = quality.prepareStatement("select count(*) from switching_change");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void round(int number, Bench bench) throws SQLException, InterruptedException {
        ProcessorTimes before = ProcessorTimes.now(installation);
        RestClients.Load single = bench.clients.reportOneByOne(seconds);
        TopicBacklog.await(bench.backlog::isEmpty);
        use(Step.SINGLE, before, single.done());
        add(number, Step.SINGLE, single.perSecond(), bench, Quantiles.at(single.millis(), 0.99));
        long begun = System.nanoTime();
        before = ProcessorTimes.now(installation);
        RestClients.Load bulk = bench.clients.reportInBulk(seconds, BULK);
        TopicBacklog.await(bench.reported::isEmpty);
        double sampled = (System.nanoTime() - begun) / 1e9;
        TopicBacklog.await(bench.backlog::isEmpty);
        use(Step.BULK, before, bulk.done());
        heardOf.add(bulk.done() * 1e9 / (System.nanoTime() - begun));
        System.out.printf("round %d, until all services have heard of it: %.0f batches/s%n", number, heardOf.getLast());
        add(number, Step.BULK, bulk.perSecond(), bench, Quantiles.at(bulk.millis(), 0.99));
        add(number, Step.SAMPLED, bulk.done() / sampled, bench, Double.NaN);
        before = ProcessorTimes.now(installation);
        RestClients.Load certified = bench.clients.certify(seconds, sampled(bench.quality));
        TopicBacklog.await(bench.backlog::isEmpty);
        use(Step.CERTIFIED, before, certified.done());
        add(number, Step.CERTIFIED, certified.perSecond(), bench, Quantiles.at(certified.millis(), 0.99));
    }

    /** Notes the processor time of a step until all services had handled its events. */
    private void use(Step step, ProcessorTimes before, int batches) {
        ProcessorTimes used = ProcessorTimes.now(installation).minus(before);
        processors.merge(step, used, ProcessorTimes::plus);
        counted.merge(step, batches, Integer::sum);
    }

    private void add(int round, Step step, double perSecond, Bench bench, double p99) {
        Rate rate = new Rate(perSecond, step.sql.measure(installation, bench.members, CLIENTS, seconds), p99);
        measured.computeIfAbsent(step, any -> new ArrayList<>()).add(rate);
        System.out.printf(
                "round %d, %s: %.0f batches/s, %.0f by SQL, ratio %.2f, p99 %.1f ms%n",
                round,
                step.description,
                rate.perSecond(),
                rate.sqlPerSecond(),
                rate.perSecond() / rate.sqlPerSecond(),
                p99);
    }

    /** Batches that nobody has begun to inspect, those of the producers in turn; more than can be inspected in a round. */
    private static Queue<BatchClients.Sampled> sampled(Connection quality) throws SQLException {
        Queue<BatchClients.Sampled> waiting = new ConcurrentLinkedQueue<>();
        String sql = "select id, sample_size from batch where state = 'SAMPLED' and not inspection_begun"
                + " order by row_number() over (partition by member_id order by id) limit 100000";
        try (PreparedStatement query = quality.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                waiting.add(new BatchClients.Sampled(rows.getObject(1, UUID.class), rows.getInt(2)));
            }
        }
        return waiting;
    }

    private double median(Step step, ToDoubleFunction<Rate> figure) {
        return Quantiles.median(measured.getOrDefault(step, List.of()).stream()
                .map(figure::applyAsDouble)
                .toList());
    }

    private void write(BenchReport report, int producers, String file) throws IOException {
        report.heading(
                "Batches",
                ("%d rounds of %d s a side in turn, %d clients of %d producers, medians of the rounds and of the rounds'"
                                + " ratios; a token checked and an idempotency key stored for each call, all services running")
                        .formatted(rounds, seconds, CLIENTS, producers),
                "Batches are sampled while others are reported in bulk, until quality has handled all. What is measured next begins"
                        + " when all services have handled every event. Series are inspected with the severity at which"
                        + " they stay. The other side is one"
                        + " prepared statement a batch by as many clients on the same PostgreSQL, with the same rows, bytes and"
                        + " hot rows, which reads, decides, draws and signs nothing.");
        report.line("| batches | per second | by SQL alone | ratio | p99 of a call, ms |")
                .line("|---|---|---|---|---|");
        for (Step step : Step.values()) {
            double p99 = median(step, Rate::p99);
            report.line("| %s | %.0f | %.0f | %.2f (>= %.2f) | %s |"
                    .formatted(
                            step.description,
                            median(step, Rate::perSecond),
                            median(step, Rate::sqlPerSecond),
                            median(step, rate -> rate.perSecond() / rate.sqlPerSecond()),
                            step.target,
                            Double.isNaN(p99) ? "" : "%.1f".formatted(p99)));
        }
        report.line("")
                .line("Reported in bulk, until all services had handled every event of it: %.0f batches/s."
                        .formatted(Quantiles.median(heardOf)))
                .line("")
                .line("Processor ms a batch, until all services had handled its events:")
                .line("");
        processors.forEach((step, used) -> report.line("- %s: %s."
                .formatted(step.description, used.perCall(Math.max(1, counted.getOrDefault(step, 1))))));
        report.publish(file);
    }
}
