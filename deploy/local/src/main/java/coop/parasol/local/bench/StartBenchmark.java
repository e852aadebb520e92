package coop.parasol.local.bench;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Quantiles;
import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import coop.parasol.local.servers.Starter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long the whole system takes to start and to stop, what each service takes alone, and what memory each component keeps
 * after a season, beside a bare application of the same framework.
 */
public final class StartBenchmark {

    private static final double UP_S = 45;
    private static final double DOWN_S = 5;
    private static final double FIRST_REQUEST_RATIO = 2;
    private static final double MEMORY_RATIO = 2.2;
    private static final int BARE_RUNS = 5;

    private final Installation installation;
    private final Map<String, String> settings;
    private final int rounds;
    private final List<Double> up = new ArrayList<>();
    private final List<Double> down = new ArrayList<>();
    private final List<Double> alone = new ArrayList<>();
    private final Map<Component, Double> mebibytes = new EnumMap<>(Component.class);

    /**
     * @param installation new; nothing of it runs
     * @param settings of the firm
     * @param rounds starts and stops, after the first start, which founds the installation
     */
    public StartBenchmark(Installation installation, Map<String, String> settings, int rounds) {
        this.installation = installation;
        this.settings = Map.copyOf(settings);
        this.rounds = rounds;
    }

    /** Measures, prints the report and writes it into a Markdown file. */
    public void run(String file) throws IOException, InterruptedException {
        BenchReport report = new BenchReport();
        BareApplication bare =
                BareApplication.build(installation.root(), installation.home().resolve("bare"));
        List<BareApplication.Cost> bareCosts = new ArrayList<>();
        for (int i = 0; i < BARE_RUNS; i++) {
            bareCosts.add(bare.run());
        }
        double founding = seconds(this::startAll);
        for (int round = 0; round < rounds; round++) {
            down.add(seconds(installation::stop));
            up.add(seconds(this::startAll));
        }
        restartEachAlone();
        new Season(installation, Instant.now().getEpochSecond()).run();
        measureMemory();
        write(report, file, founding, bareCosts);
    }

    private void startAll() {
        new Starter(installation, settings, System.out::println).startAll();
    }

    /** Restarts one after the other while all others run. */
    private void restartEachAlone() {
        ServiceLauncher launcher = new ServiceLauncher(installation, settings);
        for (Component service : Component.services()) {
            installation.processes().stop(service);
            alone.add(seconds(() -> {
                launcher.launch(service);
                launcher.await(service);
            }));
        }
    }

    private void measureMemory() {
        Arrays.stream(Component.values())
                .filter(Component::isProcess)
                .forEach(component -> installation
                        .processes()
                        .running(component)
                        .ifPresent(process -> mebibytes.put(component, ResidentMemory.mebibytes(process))));
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void write(BenchReport report, String file, double founding, List<BareApplication.Cost> bareCosts)
            throws IOException {
        double bareFirst = Quantiles.median(
                bareCosts.stream().map(BareApplication.Cost::firstRequest).toList());
        double bareMebibytes = Quantiles.median(
                bareCosts.stream().map(BareApplication.Cost::mebibytes).toList());
        double service = Quantiles.median(mebibytes.entrySet().stream()
                .filter(one -> one.getKey().isService())
                .map(Map.Entry::getValue)
                .toList());
        report.heading(
                "Start",
                "%d starts and stops of everything, medians; memory (resident) with all running, after a season"
                        .formatted(rounds),
                ("Beside it an application of the same framework with one resource, built and started alike (median of"
                                + " %d). Starts have the caches of loaded classes that `./parasol up` has left of this build.")
                        .formatted(BARE_RUNS));
        report.line("| what | measured | of the bare application | target |")
                .line("|---|---|---|---|")
                .line("| first start of an installation, built | %.1f s | | |".formatted(founding))
                .line("| start of everything | %.1f s | | <= %.0f s |".formatted(Quantiles.median(up), UP_S))
                .line("| stop of everything | %.1f s | | <= %.0f s |".formatted(Quantiles.median(down), DOWN_S))
                .line("| one service ready, others running | %.1f s | %.1f s, %.1f x | <= %.1f x |"
                        .formatted(
                                Quantiles.median(alone),
                                bareFirst,
                                Quantiles.median(alone) / bareFirst,
                                FIRST_REQUEST_RATIO))
                .line("| memory of one service | %.0f MiB | %.0f MiB, %.1f x | <= %.1f x |"
                        .formatted(service, bareMebibytes, service / bareMebibytes, MEMORY_RATIO))
                .line("")
                .line("Memory in MiB: "
                        + mebibytes.entrySet().stream()
                                .map(one -> "%s %.0f".formatted(one.getKey().id(), one.getValue()))
                                .collect(Collectors.joining(", "))
                        + ".");
        report.publish(file);
    }
}
