package coop.parasol.local.simulation;

import coop.parasol.bench.BenchReport;
import coop.parasol.local.season.FirmLaws;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.MessagingTables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The load of whole networks on an installation that runs for it alone: each is prepared, loaded at its peak and waited for, one after
 * the other; then the laws of the firm are checked.
 */
public final class Simulation {

    private static final double SECONDS_PER_MINUTE = 60;

    private final Installation installation;
    private final List<Network> networks;
    private final double minutes;
    private final double scale;
    private final long seed;
    private final Consumer<String> progress;
    private final List<String> laws = new ArrayList<>();
    private boolean allHold = true;

    /**
     * @param installation a demo whose services run with {@link #settings}, and do nothing else
     * @param minutes of peak
     * @param scale part of each network's size, above 0 and at most 1
     * @param seed of what is made up
     */
    public Simulation(
            Installation installation,
            List<Network> networks,
            double minutes,
            double scale,
            long seed,
            Consumer<String> progress) {
        this.installation = installation;
        this.networks = List.copyOf(networks);
        this.minutes = minutes;
        this.scale = scale;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * The settings of the firm's services: a vote as long as the load, a return on shares, samples that are drawn at once, exits that are looked for often, and no limit
     * of applications by address, which all come from this one.
     */
    public static Map<String, String> settings() {
        return Map.of(
                "PARASOL_BYLAWS_NOTICE_PERIOD", "P0D",
                "PARASOL_BYLAWS_VOTING_PERIOD", "PT5S",
                "PARASOL_BYLAWS_MIN_VOTING_PERIOD", "PT5S",
                "PARASOL_BYLAWS_LIMITED_RETURN_CAP", "1000",
                "PARASOL_BYLAWS_BATCH_CORRECTION_MINUTES", "0",
                "PARASOL_EXITS_INTERVAL", "5s",
                "PARASOL_APPLICATIONS_BURST", "1000000");
    }

    /**
     * Runs it, and prints the report.
     *
     * @param command to be named in the report
     * @param file of Markdown whose section is replaced; null for none
     * @return whether all laws hold
     */
    public boolean run(String command, @Nullable String file) throws SQLException, IOException, InterruptedException {
        BenchReport report = new BenchReport();
        try (ServiceLag lag = new ServiceLag(installation)) {
            SimulatedFirm firm = new SimulatedFirm(installation, seed, lag, progress);
            List<Result> results = new ArrayList<>();
            for (Network network : networks) {
                results.add(load(network, firm));
            }
            check(firm);
            new SimulationReport(report).write(command, minutes, results, laws).publish(file);
        }
        return allHold;
    }

    private Result load(Network network, SimulatedFirm firm) throws SQLException, IOException, InterruptedException {
        double seconds = minutes * SECONDS_PER_MINUTE;
        CallStatistics statistics = new CallStatistics();
        Load load = switch (network) {
            case TAMA -> new TamaLoad(firm, statistics, scale, seconds);
            case WENZHOU -> new WenzhouLoad(firm, statistics, scale);
            case AMUL -> new AmulLoad(firm, statistics, scale, seconds);
        };
        progress.accept(network.title() + ": preparing");
        load.prepare();
        firm.lag().awaitNone();
        progress.accept("%s: the peak begins, %.1f minutes".formatted(network.title(), minutes));
        Observation observation = new Observation(installation, firm.lag(), progress);
        OpenLoop loop = new OpenLoop(installation, statistics, seconds);
        load.schedule(loop);
        loop.run();
        progress.accept(network.title() + ": the peak is over");
        Observation.Seen seen = observation.end();
        load.settle();
        load.check(this::verdict);
        verdict(
                network.title() + ": no service is behind",
                seen.behind().values().stream().allMatch(behind -> Double.isFinite(behind.secondsUntilNone())));
        return new Result(
                network,
                scale,
                seconds,
                statistics.summaries(loop.begun(), seconds),
                seen,
                load.counted(),
                load.countedWords());
    }

    private void check(SimulatedFirm firm) {
        progress.accept("checking the laws of the firm");
        FirmLaws general = new FirmLaws(firm.registrar, firm.treasurer, firm.logisticsDesk, this::verdict);
        general.books();
        general.ownership();
        general.stock();
        for (Component service : Component.services()) {
            long parked = new MessagingTables(installation, service).parkedEvents();
            verdict("%s has set aside no event (%d)".formatted(service.id(), parked), parked == 0);
        }
        progress.accept(
                allHold
                        ? "All laws hold."
                        : "BROKEN laws are marked below.\nWhat to do: look at the services' logs in the folder that is printed above;"
                                + " it is kept.");
    }

    private void verdict(String law, boolean holds) {
        laws.add((holds ? "holds: " : "**BROKEN**: ") + law);
        progress.accept((holds ? "holds   " : "BROKEN  ") + law);
        allHold &= holds;
    }
}
