package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Services;
import coop.parasol.local.servers.Trouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts one service again. */
@Command(name = "start", description = "Start one service that does not run.")
final class StartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Override
    public Integer call() {
        Installation installation = Parasol.installation();
        Part part = Part.byId(service);
        if (!part.isService()) {
            throw new Trouble(service + " is no service; ./parasol up starts the servers that do not run.");
        }
        if (installation.processes().running(part).isPresent()) {
            System.out.println(service + " runs already.");
            return 0;
        }
        installation.ports().requireFree(part);
        Services services =
                new Services(installation, UpCommand.firm(installation, installation.firm(System.getenv())));
        services.launch(part);
        services.await(part);
        System.out.println(service + " is ready.");
        return 0;
    }
}
