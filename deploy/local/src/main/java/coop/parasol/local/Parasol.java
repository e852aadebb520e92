package coop.parasol.local;

import coop.parasol.contracts.PrintableText;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.Ports;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program behind the script {@code parasol}; {@code ./parasol help} lists its commands. */
@Command(
        name = "parasol",
        description = "Runs Parasol, the marketing firm that its producers own in equal parts.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SeasonCommand.class,
            ImportOrdersCommand.class,
            VerifyCertificateCommand.class,
            StartCommand.class,
            StopCommand.class,
            KillCommand.class,
            DevCommand.class,
            TestCommand.class,
            TestServersCommand.class,
            CoverageCommand.class,
            MutationCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            DeadLettersCommand.class,
            RewindCommand.class,
            KafkaSetupCommand.class,
            ResendCommand.class,
            RebuildCommand.class,
            KeycloakSetupCommand.class,
            PartnerClientCommand.class,
            VerifyLedgerCommand.class,
            VerifyStatementCommand.class,
            ErasePersonCommand.class,
            NoticeCommand.class,
            AotCachesCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Also, without options:",
            "  build               Build what has changed.",
            "  format              Format the sources.",
            "  contracts           Write what is generated from the code: event schemas, AsyncAPI, OpenAPI; --lint"
                    + " checks OpenAPI.",
            "  release VERSION     Prepare a release; docs/releasing.md has the steps.",
            "",
            "Begin with ./parasol up; ./parasol help COMMAND shows the options of a command."
        })
public final class Parasol {

    private static final int FAILED = 1;

    private Parasol() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command line. A failure that the operator can fix is printed as a message, any other with its stack trace.
     */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Parasol());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println();
            switch (failure) {
                case OperatorException trouble -> System.err.println(trouble.getMessage());
                case ProblemResponseException refusal ->
                    System.err.println("A service refused a request: " + PrintableText.of(refusal.getMessage())
                            + "\n"
                            + "What to do: if the reason is not clear, look at the service's log with"
                            + " ./parasol logs.");
                case ConnectException unreachable ->
                    System.err.println("A component could not be reached.\n"
                            + "What to do: look at ./parasol status; ./parasol up starts what is stopped.");
                default -> throw failure;
            }
            return FAILED;
        });
        return line;
    }

    /** The checkout from which this program was started. */
    static Path root() {
        return Path.of(System.getProperty("parasol.root", ".")).toAbsolutePath().normalize();
    }

    /**
     * The installation of this checkout in {@code .parasol}, with the ports of its running components, else those of
     * the environment.
     */
    public static Installation installation() {
        return Installation.running(root(), home(), System.getenv());
    }

    /** The installation with default ports, for commands that only stop processes. */
    static Installation installationWithDefaultPorts() {
        return Installation.at(root(), home(), Ports.from(Map.of()));
    }

    private static Path home() {
        return root().resolve(".parasol");
    }
}
