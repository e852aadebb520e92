package coop.parasol.local;

import coop.parasol.local.servers.AotCreation;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.ServiceLauncher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts one service. */
@Command(name = "start", description = "Start one service that is not running.")
final class StartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Override
    public Integer call() {
        Installation installation = Parasol.installation();
        Component component = Component.byId(service);
        if (!component.isApplication()) {
            throw new OperatorException(
                    service + " is not a service.\nWhat to do: ./parasol up starts the servers that are not running.");
        }
        if (installation.processes().running(component).isPresent()) {
            System.out.println(service + " is already running.");
            return 0;
        }
        installation.ports().requireFree(component);
        installation.ports().requireFree(component.management());
        ServiceLauncher services = new ServiceLauncher(
                installation, UpCommand.serviceSettings(installation, installation.firmSettings(System.getenv())));
        services.launch(component);
        services.await(component);
        new AotCreation(installation).start();
        System.out.println(service + " is ready.");
        return 0;
    }
}
