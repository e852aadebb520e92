package coop.parasol.local;

import coop.parasol.contracts.PrintableText;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the end of a component's log and, if asked, what is appended to it. */
@Command(name = "logs", description = "Show the log of a component.")
final class LogsCommand implements Callable<Integer> {

    private static final int PAUSE_MILLIS = 300;

    @Parameters(
            paramLabel = "COMPONENT",
            description = "membership, quality, pricing, production, distribution, kafka, ...")
    private String component = "";

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "Number of lines (default: 50).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Continue with what is appended.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Parasol.installation();
        Component wanted = Component.byId(component);
        Path log = installation.processes().log(wanted);
        if (!Files.exists(log)) {
            throw new OperatorException(
                    component + " has no log, because it was never started.\nWhat to do: ./parasol up.");
        }
        installation.processes().tail(wanted, lines).forEach(line -> System.out.println(printable(line)));
        if (follow) {
            follow(log);
        }
        return 0;
    }

    private static void follow(Path log) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length());
            while (!Thread.currentThread().isInterrupted()) {
                String line = file.readLine();
                if (line == null) {
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    System.out.println(
                            printable(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
                }
            }
        }
    }

    /** A line of a log as a terminal may show it; a stack trace is indented by tabs. */
    private static String printable(String line) {
        return PrintableText.of(line.replace("\t", "    "));
    }
}
