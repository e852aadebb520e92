package coop.parasol.local;

import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Trouble;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ./parasol}: see {@code ./parasol help}. */
@Command(
        name = "parasol",
        description = "The marketing firm that its producers own in equal parts.",
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
            TestCommand.class,
            BenchCommand.class,
            DeadLettersCommand.class,
            RewindCommand.class,
            VerifyLedgerCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Also: ./parasol build (builds what has changed), ./parasol format (formats the sources),",
            "./parasol contracts (writes the generated documents anew), ./parasol bench relay.",
            "Begin with ./parasol up; then look at ./parasol status."
        })
public final class Parasol {

    private static final int FAILED = 1;

    private Parasol() {}

    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    /** The command line; what a person can put right is said in words and not as a stack trace. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new Parasol());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println();
            switch (failure) {
                case Trouble trouble -> System.err.println(trouble.getMessage());
                case Refusal refusal ->
                    System.err.println("A service refused: " + refusal.getMessage()
                            + "\nWhat to do: ./parasol logs <service> shows what the service knows about it.");
                default -> throw failure;
            }
            return FAILED;
        });
        return line;
    }

    /** The checkout this was started from. */
    static Path root() {
        return Path.of(System.getProperty("parasol.root", ".")).toAbsolutePath().normalize();
    }

    /** The installation of this checkout: data in {@code .parasol}, ports as it runs, else from the environment. */
    public static Installation installation() {
        return Installation.running(root(), home(), System.getenv());
    }

    /** The same for one who only stops it and cares for no port. */
    static Installation installationToStop() {
        return Installation.at(root(), home(), Ports.from(Map.of()));
    }

    private static Path home() {
        return root().resolve(".parasol");
    }
}
