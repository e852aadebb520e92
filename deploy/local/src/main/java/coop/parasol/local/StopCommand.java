package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops one service or the portal, or all of them; the servers keep running. */
@Command(
        name = "stop",
        description =
                "Stop one service or the portal, or all (\"services\"); PostgreSQL, Kafka and Keycloak keep running.")
final class StopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE|services")
    private String service = "";

    @Override
    public Integer call() {
        Installation installation = Parasol.installationWithDefaultPorts();
        List<Component> parts =
                service.equals("services") ? Component.applications() : List.of(Component.byId(service));
        for (Component component : parts) {
            boolean runs = installation.processes().running(component).isPresent();
            installation.processes().stop(component);
            if (runs) {
                System.out.println(component.id() + " is stopped.");
            }
        }
        return 0;
    }
}
