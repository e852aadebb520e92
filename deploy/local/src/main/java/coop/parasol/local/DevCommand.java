package coop.parasol.local;

import coop.parasol.local.maven.Maven;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.ServiceLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one service in Quarkus' development mode on the servers of the running installation. */
@Command(
        name = "dev",
        description = {
            "Run one service from its sources with live reload, on the servers of the running installation.",
            "The installed instance of the service is stopped before."
        })
final class DevCommand implements Callable<Integer> {

    private static final int FIRST_DEBUG_PORT = 5005;

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Option(
            names = "--debug-port",
            paramLabel = "PORT",
            description = "Port for a debugger (default: 5005 for membership, 5006 for quality, and so on).")
    private int debugPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Parasol.installation();
        Component component = Component.byId(service);
        if (!component.isApplication()) {
            throw new OperatorException(service + " is not a service.\nWhat to do: name one of "
                    + String.join(
                            ", ",
                            Component.applications().stream().map(Component::id).toList()) + ".");
        }
        requireServers(installation);
        if (installation.processes().running(component).isPresent()) {
            installation.processes().stop(component);
            System.out.println("The installed instance of " + service + " is stopped.");
        }
        installation.ports().requireFree(component);
        installation.ports().requireFree(component.management());
        int debugger = debugPort > 0
                ? debugPort
                : FIRST_DEBUG_PORT + Component.applications().indexOf(component);
        System.out.println("Starting " + service + " with live reload at " + installation.url(component)
                + "; a debugger can attach to localhost:" + debugger + ". Ctrl-C ends it;\nafterwards ./parasol start "
                + service + " starts the installed instance again.");
        ProcessBuilder maven = Maven.process(
                        installation.root(),
                        List.of(
                                "-q",
                                "-pl",
                                "services/" + service,
                                "-am",
                                "compile",
                                "quarkus:dev",
                                "-Ddebug=" + debugger,
                                "-Djvm.args=" + jvmArguments(installation),
                                "-Dquarkus.test.continuous-testing=disabled"))
                .inheritIO();
        Map<String, String> environment = maven.environment();
        environment.putAll(installation.environment(component));
        environment.putAll(UpCommand.serviceSettings(installation, installation.firmSettings(System.getenv())));
        return maven.start().waitFor();
    }

    /** The service's own arguments, and those of Maven by which Error Prone can check what a reload compiles. */
    private static String jvmArguments(Installation installation) throws IOException {
        return Stream.concat(
                        ServiceLauncher.JVM_ACCESS.stream(),
                        Files.readAllLines(installation.root().resolve(".mvn/jvm.config")).stream()
                                .filter(line -> line.startsWith("--add-")))
                .collect(Collectors.joining(" "));
    }

    private static void requireServers(Installation installation) {
        List<String> stopped = Stream.of(Component.POSTGRES, Component.KAFKA, Component.KEYCLOAK)
                .filter(server -> installation.processes().running(server).isEmpty())
                .map(Component::id)
                .toList();
        if (!stopped.isEmpty()) {
            throw new OperatorException("Not running: " + String.join(", ", stopped)
                    + ".\nWhat to do: ./parasol up, or ./parasol up --servers-only if no other service is needed.");
        }
    }
}
