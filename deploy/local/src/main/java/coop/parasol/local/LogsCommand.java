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

    /** A log that has grown too large goes on in a new file of the same name. */
    private static void follow(Path log) throws IOException, InterruptedException {
        long from = Files.size(log);
        while (!Thread.currentThread().isInterrupted()) {
            followOneFile(log, from);
            from = 0;
        }
    }

    /** Returns when another file has taken the log's place. */
    private static void followOneFile(Path log, long from) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            while (!Thread.currentThread().isInterrupted()) {
                String line = file.readLine();
                if (line != null) {
                    System.out.println(
                            printable(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
                } else if (Files.exists(log) && Files.size(log) < file.getFilePointer()) {
                    return;
                } else {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
    }

    /** A line of a log as a terminal may show it; a stack trace is indented by tabs. */
    private static String printable(String line) {
        return PrintableText.of(line.replace("\t", "    "));
    }
}
