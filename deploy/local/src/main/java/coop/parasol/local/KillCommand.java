package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Kills one component, as a power failure would. */
@Command(name = "kill", description = "Kill one component (SIGKILL), to see that nothing is lost.")
final class KillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "COMPONENT")
    private String component = "";

    @Override
    public Integer call() {
        Installation installation = Parasol.installationWithDefaultPorts();
        installation.processes().kill(Component.byId(component));
        System.out.println(component + " was killed; ./parasol up starts it again.");
        return 0;
    }
}
