package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.TestServers;
import coop.parasol.local.simulation.Network;
import coop.parasol.local.simulation.Simulation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a demo of its own as the largest networks would, and says how much one machine bears. */
@Command(
        name = "simulate",
        description = {
            "Load an installation of its own as the largest networks would at their peak, by REST: TAMA (16,300 members of one",
            "firm), Wenzhou (500 million lighters a year), AMUL (2.4 million deliveries reported twice a day). Says which rates",
            "were reached, what limits them first, and at which size one machine ends; then checks that nothing was lost.",
            "All networks at full size update docs/benchmarks.md. Exits with 1 if a law of the firm does not hold."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final int LAW_BROKEN = 1;

    @Option(
            names = "--network",
            paramLabel = "tama|wenzhou|amul|all",
            defaultValue = "all",
            description = "Which network (default: all, one after the other).")
    private String network = "all";

    @Option(names = "--minutes", defaultValue = "10", description = "Minutes of peak of each network (default: 10).")
    private double minutes;

    @Option(
            names = "--scale",
            defaultValue = "1",
            description = "Part of the networks' size and rates, such as 0.01 (default: 1).")
    private double scale;

    @Option(names = "--seed", defaultValue = "1", description = "Of names and sizes that are made up (default: 1).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        List<Network> networks = Network.named(network);
        require(minutes > 0 && minutes <= 24 * 60, "--minutes", "more than 0 and at most 1440");
        require(scale > 0 && scale <= 1, "--scale", "more than 0 and at most 1");
        TestServers servers = TestServers.temporary(Parasol.root(), "simulation", new Progress()::print);
        Installation installation = servers.installation();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop));
        System.out.println("Starting an installation in " + installation.home() + "; its logs are in "
                + installation.home().resolve("logs"));
        BenchCommand.startDemo(installation, Simulation.settings());
        boolean complete = networks.size() == Network.values().length && scale == 1;
        boolean allHold = new Simulation(installation, networks, minutes, scale, seed, new Progress()::print)
                .run(command(), complete ? BenchCommand.table(installation.root()) : null);
        if (!complete) {
            System.out.println("docs/benchmarks.md is updated by all networks at full size only.");
        }
        servers.stop();
        if (!allHold) {
            return LAW_BROKEN;
        }
        DownCommand.delete(installation.home());
        return 0;
    }

    private String command() {
        return "./parasol simulate --network %s --minutes %s --scale %s --seed %d"
                .formatted(network, minutes, scale, seed);
    }

    private static void require(boolean holds, String option, String range) {
        if (!holds) {
            throw new OperatorException(option + " is out of range.\nWhat to do: give a number " + range + ".");
        }
    }
}
