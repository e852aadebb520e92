package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What runs. */
@Command(name = "status", description = "Say what runs, where, and where its log is.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL_RUNS = 3;

    @Override
    public Integer call() {
        Installation installation = Parasol.installation();
        boolean all = true;
        for (Part part : Part.values()) {
            if (part == Part.KAFKA_CONTROLLER) {
                continue;
            }
            var process = installation.processes().running(part);
            all &= process.isPresent();
            System.out.printf(
                    "%-13s %-22s port %-6d %s%n",
                    part.id(),
                    process.map(handle -> "runs, process " + handle.pid()).orElse("does not run"),
                    installation.ports().of(part),
                    installation.processes().log(part));
        }
        if (!all) {
            System.out.println("./parasol up starts what does not run.");
        }
        return all ? 0 : NOT_ALL_RUNS;
    }
}
