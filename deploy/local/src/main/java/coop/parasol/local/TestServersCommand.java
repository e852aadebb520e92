package coop.parasol.local;

import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.TestServers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts and stops the servers that tests of single modules use from run to run, on the command line and in an IDE. */
@Command(
        name = "test-servers",
        description = {
            "Start, stop or show the servers that stay running between test runs, or print their addresses for a"
                    + " shell.",
            "An IDE finds them by the environment file .parasol/test/servers/test.env."
        })
final class TestServersCommand implements Callable<Integer> {

    private static final int STOPPED = 3;

    @Parameters(paramLabel = "start|stop|status|env")
    private String action = "";

    @Override
    public Integer call() {
        Progress progress = new Progress();
        TestServers servers = TestServers.kept(Parasol.root(), progress::print);
        return switch (action) {
            case "start" -> start(servers);
            case "stop" -> stop(servers);
            case "status" -> status(servers);
            case "env" -> printEnvironment(servers);
            default ->
                throw new OperatorException("There is no action \"" + action
                        + "\".\nWhat to do: ./parasol test-servers start, stop, status or env.");
        };
    }

    private static int start(TestServers servers) {
        if (servers.areRunning()) {
            System.out.println("The test servers are already running.");
            return 0;
        }
        servers.reserve();
        servers.startPostgresAndKafka();
        servers.startKeycloak();
        System.out.println("The test servers are ready. Tests find them by " + servers.environmentFile()
                + ";\n./parasol test MODULE uses them, ./parasol test-servers stop stops them.");
        return 0;
    }

    private static int stop(TestServers servers) {
        servers.reserve();
        servers.stop();
        DownCommand.delete(servers.installation().home());
        System.out.println("The test servers are stopped, and their data is deleted.");
        return 0;
    }

    private static int status(TestServers servers) {
        if (!servers.areRunning()) {
            System.out.println("The test servers are stopped. ./parasol test-servers start starts them.");
            return STOPPED;
        }
        System.out.println("The test servers are running:");
        StatusCommand.printComponents(servers.installation());
        return 0;
    }

    private static int printEnvironment(TestServers servers) {
        if (!servers.areRunning()) {
            throw new OperatorException(
                    "The test servers are stopped.\nWhat to do: ./parasol test-servers start, then again.");
        }
        servers.environment().forEach((name, value) -> System.out.println("export " + name + "='" + value + "'"));
        return 0;
    }
}
