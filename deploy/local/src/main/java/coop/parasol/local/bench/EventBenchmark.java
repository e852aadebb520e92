package coop.parasol.local.bench;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Quantiles;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.MessagingTables;
import coop.parasol.local.servers.MessagingTables.Rebuild;
import coop.parasol.local.servers.ServiceLauncher;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Events per second that a service handles of a backlog, for each type that comes in numbers: from the other service's outbox by its
 * relay and Kafka into the consumer's database. Only the two services run.
 */
public final class EventBenchmark {

    private final Installation installation;
    private final ServiceLauncher services;
    private final int rounds;
    private final int events;
    private final Map<EventBacklog, List<Double>> measured = new EnumMap<>(EventBacklog.class);
    private final Map<Component, Rebuild> rebuilt = new EnumMap<>(Component.class);

    /**
     * @param installation whose servers run, and whose services have been started once
     * @param rounds of each type, of which the first is not counted
     * @param events of a backlog
     */
    public EventBenchmark(Installation installation, Map<String, String> firm, int rounds, int events) {
        this.installation = installation;
        this.services = new ServiceLauncher(installation, firm);
        this.rounds = rounds;
        this.events = events;
    }

    /** Measures, prints the report and writes it into a Markdown file. */
    public void run(String file) throws SQLException, IOException, InterruptedException {
        Component.services().forEach(installation.processes()::stop);
        BenchReport report = new BenchReport();
        for (EventBacklog backlog : EventBacklog.values()) {
            List<Component> both = List.of(backlog.decider(), backlog.consumer());
            both.forEach(services::launch);
            both.forEach(services::await);
            try (Connection decider = installation.connectAsAdministrator(
                            backlog.decider().id());
                    Connection consumer = installation.connectAsAdministrator(
                            backlog.consumer().id())) {
                for (int round = 0; round < rounds; round++) {
                    double rate = measure(backlog, decider, consumer, round);
                    System.out.printf(
                            "round %d: %s in %s: %.0f events/s%n",
                            round, backlog.type(), backlog.consumer().id(), rate);
                    if (round > 0) {
                        measured.computeIfAbsent(backlog, any -> new ArrayList<>())
                                .add(rate);
                    }
                }
                rebuild(backlog.consumer());
            }
            both.forEach(installation.processes()::stop);
        }
        write(report, file);
    }

    private double measure(EventBacklog backlog, Connection decider, Connection consumer, int round)
            throws SQLException, InterruptedException {
        int first = round * events + 1;
        int last = (round + 1) * events;
        for (String sql : backlog.preparations(first, last)) {
            execute(consumer, sql);
        }
        TopicBacklog topic = new TopicBacklog(decider, consumer, backlog.topic());
        TopicBacklog.await(topic::isEmpty);
        long before = topic.count();
        execute(decider, backlog.insert(first, last));
        TopicBacklog.await(() -> topic.count() > before);
        long begun = System.nanoTime();
        long handledBefore = topic.count() - before;
        TopicBacklog.await(topic::isEmpty);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!TopicBacklog.isTrue(consumer, "select not exists (select from parked_event)")) {
            throw new IllegalStateException(backlog.consumer().id() + " has parked events of type " + backlog.type());
        }
        return (events - handledBefore) / seconds;
    }

    /** Rebuilds the read models of a service from all that its topics have by now; nothing may differ. */
    private void rebuild(Component service) throws InterruptedException {
        MessagingTables tables = new MessagingTables(installation, service);
        long id = tables.requestRebuild(false);
        Rebuild rebuild = tables.rebuild(id);
        while (rebuild.result() == null) {
            Thread.sleep(100);
            rebuild = tables.rebuild(id);
        }
        System.out.printf(
                "read models of %s: %,d events in %.1f s, %,.0f/s: %s%n",
                service.id(),
                rebuild.events(),
                rebuild.seconds(),
                rebuild.events() / rebuild.seconds(),
                rebuild.result());
        if (!rebuild.succeeded() || !"no row differed".equals(rebuild.result())) {
            throw new IllegalStateException(service.id() + " has rebuilt something else: " + rebuild.result());
        }
        rebuilt.put(service, rebuild);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private void write(BenchReport report, String file) throws IOException {
        report.heading(
                "Events",
                "%d backlogs of %,d events of each type, medians".formatted(rounds - 1, events),
                "Events are counted from the first that the service has handled to the last, from the other service's"
                        + " outbox by its relay and Kafka; only the two services run.");
        report.line("| event | handled by | events/s (>= 5,000) |").line("|---|---|---|");
        measured.forEach((backlog, rates) -> report.line("| %s | %s | %,.0f |"
                .formatted(backlog.type(), backlog.consumer().id(), Quantiles.median(rates))));
        report.line("")
                .line("Read models rebuilt from the topics while the service runs, up to where it has consumed them"
                        + " and swapped in:")
                .line("")
                .line("| service | events | seconds | events/s (>= 10,000) |")
                .line("|---|---|---|---|");
        rebuilt.forEach((service, rebuild) -> report.line("| %s | %,d | %.1f | %,.0f |"
                .formatted(service.id(), rebuild.events(), rebuild.seconds(), rebuild.events() / rebuild.seconds())));
        report.publish(file);
    }
}
