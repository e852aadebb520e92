package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends one part as a power cut would, to see that nothing is lost. */
@Command(name = "kill", description = "End one part at once (kill -9), to see that nothing is lost.")
final class KillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART")
    private String part = "";

    @Override
    public Integer call() {
        Installation installation = Parasol.installationToStop();
        installation.processes().kill(Part.byId(part));
        System.out.println(part + " is dead. ./parasol up starts it again.");
        return 0;
    }
}
