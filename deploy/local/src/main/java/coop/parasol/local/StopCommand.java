package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops one service, or all of them; the servers go on. */
@Command(name = "stop", description = "Stop one service, or all (\"services\"); PostgreSQL, Kafka and Keycloak go on.")
final class StopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE|services")
    private String service = "";

    @Override
    public Integer call() {
        Installation installation = Parasol.installationToStop();
        List<Part> parts = service.equals("services") ? Part.services() : List.of(Part.byId(service));
        for (Part part : parts) {
            boolean runs = installation.processes().running(part).isPresent();
            installation.processes().stop(part);
            if (runs) {
                System.out.println(part.id() + " is stopped.");
            }
        }
        return 0;
    }
}
